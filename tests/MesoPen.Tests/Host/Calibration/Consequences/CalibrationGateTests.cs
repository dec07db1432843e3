using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
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
        // Aim: a session can be opened before its device is known; from then on by its certificate.
        ClinicState state = StateOf(Issued("C-1", 1));
        Assert.Null(CalibrationGate.Blocks(state, Intent, At));
        state = And(state, new SessionOpened("carla", Intent, [], "station-1", "gun"));
        Assert.Null(CalibrationGate.Blocks(state, Intent, At));
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
    public void A_device_that_was_found_to_fail_is_not_armed_until_a_certificate_comes_after_it()
    {
        // Aim: a certificate of before does not answer what was found since, whether that was adjusted, declined, given up or signed.
        ClinicState state = And(And(StateOf(Issued("C-1", 1)), new SessionOpened("carla", Intent, [], "station-1", "gun")), Known with { Certificate = Sha(1)[..32] });
        string? Gate(params ClinicEvent[] events) => CalibrationGate.Blocks(events.Aggregate(state, Later), Intent, At)?.Type.Id;
        CalibrationBegun begun = Begun();
        CalibrationAdjustmentProposed proposed = new("S1", "K-1", new ProposedAdjustment(DeviceScale.Nominal, DeviceScale.Nominal, "", "", Verdict.Fail));
        Assert.Null(Gate(begun));
        Assert.Equal("calibration-found-failing", Gate(begun, proposed));
        Assert.Equal("calibration-found-failing", Gate(begun, proposed, new CalibrationAborted("enno", "K-1", "why")));
        Assert.Equal("calibration-found-failing", Gate(begun, new CalibrationEnded("S1", "K-1", 5, Verdict.Fail)));
        Assert.Equal("calibration-found-failing", Gate(begun, new CalibrationEnded("S1", "K-1", 5, Verdict.ConditionalFail)));
        Assert.Null(Gate(begun, new CalibrationEnded("S1", "K-1", 5, Verdict.Pass)));
        Assert.Null(Gate(begun with { Device = begun.Device with { Serial = "another" } }, new CalibrationEnded("S1", "K-1", 5, Verdict.Fail)));
        Assert.Null(Gate(begun, new CalibrationEnded("S1", "K-1", 5, Verdict.Fail), begun with { CalibrationId = "K-2" }, new CalibrationEnded("S1", "K-2", 5, Verdict.Pass)));
        Assert.Null(Gate(begun, new CalibrationEnded("S1", "K-1", 5, Verdict.Fail), Issued("C-2", 2), Known with { Certificate = Sha(2)[..32] }));
    }

    [Fact]
    public void A_revoked_certificate_gives_none_of_before_back()
    {
        // Aim: revoked is for ever: neither the one before counts again, nor a depth certificate hides it.
        ClinicState state = And(And(StateOf(Issued("C-1", 1), Issued("C-2", 2)), new SessionOpened("carla", Intent, [], "station-1", "gun")), Revoked("C-2"));
        Assert.Null(state.Certificates.InForce(Serial, CalibrationKind.Volume));
        Assert.All(new[] { 1, 2, 3 }, mark => Assert.Equal(
            "calibration-revoked", CalibrationGate.Blocks(And(state, Known with { Certificate = Sha(mark)[..32] }), Intent, At)?.Type.Id));
        Assert.NotEqual(CertificateState.InForce, CertificateStanding.Listed(state, state.Certificates.All["C-1"], new DateOnly(2031, 12, 1)));
    }

    [Fact]
    public void List_says_what_stands_against_a_certificate()
    {
        // Aim: no certificate that counts no more is listed as if it did; a counter that any session heard counts.
        ClinicState state = StateOf(Issued("C-1", 1, shotsMax: 500), Issued("C-2", 2, shotsMax: 500));
        CertificateState Listed(ClinicState at, string id, int day = 1) => CertificateStanding.Listed(at, at.Certificates.All[id], new DateOnly(2031, 12, day));
        Assert.Equal(CertificateState.Superseded, Listed(state, "C-1"));
        Assert.Equal(CertificateState.InForce, Listed(state, "C-2", 31));
        Assert.Equal(CertificateState.Expired, CertificateStanding.Listed(state, state.Certificates.All["C-2"], new DateOnly(2032, 1, 1)));
        Assert.Equal(CertificateState.Revoked, Listed(And(state, Revoked("C-2")), "C-2"));
        ClinicState treated = And(And(state, new SessionOpened("carla", Intent, [], "station-1", "gun")), Known with { ShotCounter = 500 });
        Assert.Equal(CertificateState.Worn, Listed(treated, "C-2"));
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

    private static ClinicState Later(ClinicState state, ClinicEvent happened) =>
        state.Apply(new ClinicFact(state.LastSequence + 1, At.AddMinutes(state.LastSequence), happened));

    private static CalibrationBegun Begun() => new(
        "enno", "K-1", "station-1", CalibrationKind.Volume, new CalibratedDevice("gun-5", Serial, "1.1.0", 5, true, null, "in use"),
        new CalibrationSetup([], DecisionRule.Simple, 9545, [], "water", 8000, 0, 0, "own", "here", 12, null),
        new BenchSetup("gun", null, null, 1, 2000, 20_000, AdjustWhen.Failed, new HeldScale(DeviceScale.Nominal, 0, null)));

    private static ClinicState And(ClinicState state, ClinicEvent happened) => state.Apply(new ClinicFact(state.LastSequence + 1, At, happened));
}
