using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;
using static MesoPen.Tests.Host.Calibration.IssuedForTests;

namespace MesoPen.Tests.Host.Calibration;

/// <summary>The gate before the kernel's "the calibration in force".</summary>
[Trait("Requirement", "SR-195")]
public sealed class CalibrationGateTests
{
    private static readonly TreatmentIntent Intent = new("S-1", "carla", "P-1", "PL-1", 1, "V-1", "H-1", "gun-5", 5);

    private static readonly SessionDeviceKnown Known = new("station-1", "S-1", Serial, "1.1.0", "gun-5", new DateOnly(2070, 1, 1));

    [Fact]
    public void Gate_goes_by_what_the_sessions_device_said()
    {
        // Aim: nothing keeps a session from being opened before its device is asked, nothing is armed then, and afterwards all goes by the certificate.
        ClinicState state = StateOf(Issued("C-1", 1));
        Assert.Null(CalibrationGate.Blocks(state, Intent, At));
        state = And(state, new SessionOpened("carla", Intent, [], "station-1", "gun"));
        Assert.Null(CalibrationGate.Blocks(state, Intent, At));
        ImmutableArray<GateFinding> stands = [new GateFinding(Readiness.Calibration, null), new GateFinding(Readiness.Consent, null)];
        Assert.Equal(["not-ready", null], CalibrationGate.BeforeArming(state, "S-1", stands).Select(finding => finding.Problem?.Type.Id));
        Assert.Equal(stands, CalibrationGate.BeforeArming(And(state, Known), "S-1", stands));
        Assert.Equal("calibration-superseded", CalibrationGate.Blocks(And(state, Known), Intent, At)?.Type.Id);
        ClinicState holding = And(state, Known with { Certificate = Sha(1)[..32] });
        Assert.Null(CalibrationGate.Blocks(holding, Intent, At));
        Assert.Equal("calibration-expired", CalibrationGate.Blocks(holding, Intent, At.AddYears(1))?.Type.Id);
        Assert.Equal("calibration-revoked", CalibrationGate.Blocks(And(holding, Revoked("C-1")), Intent, At)?.Type.Id);
        ClinicState worn = And(StateOf(Issued("C-1", 1, shotsMax: 500)), new SessionOpened("carla", Intent, [], "station-1", "gun"));
        Assert.Equal("calibration-worn", CalibrationGate.Blocks(And(worn, Known with { Certificate = Sha(1)[..32], ShotCounter = 500 }), Intent, At)?.Type.Id);
        Assert.Null(CalibrationGate.Blocks(And(worn, Known with { Certificate = Sha(1)[..32], ShotCounter = 499 }), Intent, At));
    }

    [Fact]
    public void What_was_found_out_ends_an_armed_zone_and_what_ran_out_does_not()
    {
        // Aim: revoked in mid-treatment pauses; a day that ends at midnight does not.
        bool Pauses(ProblemType type) => CalibrationGate.Pauses(type.With("why"));
        Assert.True(Pauses(StandingProblems.Revoked) && Pauses(StandingProblems.Drifted) && Pauses(StandingProblems.Superseded));
        Assert.False(Pauses(StandingProblems.Expired) || Pauses(StandingProblems.Worn) || Pauses(TreatmentProblems.NotReady));
    }

    private static ClinicState StateOf(params ClinicEvent[] events) => events.Aggregate(ClinicState.Empty, And);

    private static ClinicState And(ClinicState state, ClinicEvent happened) => state.Apply(new ClinicFact(state.LastSequence + 1, At, happened));
}
