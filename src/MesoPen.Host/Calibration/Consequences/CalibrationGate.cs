using System.Collections.Immutable;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Host.Calibration;

/// <summary>The clinic's gate before the kernel's "the calibration in force" (SR-195).</summary>
internal static class CalibrationGate
{
    /// <summary>Why the calibration of the session's device is not in force; null if it is, or before there is a session with a device.</summary>
    public static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        if (state.Treatments.All.GetValueOrDefault(intent.SessionId)?.DeviceKnown is not { } known)
        {
            // Which device it will be is not known when a session is opened. Before arming, silence does not do: see Untold.
            return null;
        }

        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        return CertificateStanding.Refusing(state.Certificates, HeldCalibration.Of(known), today) is { } refusing
            ? StandingProblems.Of(refusing)
            : Failing(state, known.Serial);
    }

    /// <summary>What the newest calibration of each kind found, if it does not pass and no certificate came after it: a certificate of before does not answer it.</summary>
    private static Problem? Failing(ClinicState state, string serial) => state.Calibrations.All.Values
        .Where(run => run.Begun.Device.Serial == serial && run.Finding is not null)
        .GroupBy(run => run.Begun.Kind)
        .Select(runs => runs.MaxBy(run => run.LastAt)!)
        .Where(run => run.Finding is Verdict.Fail or Verdict.ConditionalFail && !(state.Certificates.Newest(serial, run.Begun.Kind)?.IssuedAt > run.LastAt))
        .Select(run => StandingProblems.Failed.With(
            $"Calibration {run.Id} ({run.Begun.Kind.ToString().ToLowerInvariant()}, {run.LastAt.UtcDateTime:yyyy-MM-dd}) found device {serial} beyond its tolerance."))
        .FirstOrDefault();

    /// <summary>The findings before arming while the session's device has not told who it is: nobody can say then that its calibration is in force.</summary>
    public static ImmutableArray<GateFinding> Untold(ImmutableArray<GateFinding> findings) =>
    [
        .. findings.Select(finding => finding is { Item: Readiness.Calibration, Problem: null }
            ? new GateFinding(finding.Item, TreatmentProblems.NotReady.With("The device has not told yet how it is calibrated: connect it and switch it on."))
            : finding),
    ];

    /// <summary>
    /// Whether a problem found while a zone is armed ends it. What was found out about the device does; a day or a number of shots that ran out lets
    /// the zone end, as with everything else that only runs out (SR-128).
    /// </summary>
    public static bool Pauses(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Type == StandingProblems.Revoked || problem.Type == StandingProblems.Drifted || problem.Type == StandingProblems.Superseded;
    }
}
