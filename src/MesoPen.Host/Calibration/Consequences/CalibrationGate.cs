using System.Collections.Immutable;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Host.Calibration;

/// <summary>The clinic's gate before the kernel's "the calibration in force" (SR-195).</summary>
internal static class CalibrationGate
{
    /// <summary>Why the calibration of the session's device is not in force; null if it is, or before that device has told who it is.</summary>
    public static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        // A session is opened, and its totals are rehearsed, before its device is asked.
        if (!state.Treatments.All.TryGetValue(intent.SessionId, out Treatment? session) || session.DeviceKnown is not { } known)
        {
            return null;
        }

        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        return CertificateStanding.Refusing(state.Certificates, HeldCalibration.Of(known), today) is { } refusing ? StandingProblems.Of(refusing) : null;
    }

    /// <summary>The findings before anything is armed: a device that has told nothing has no calibration in force.</summary>
    public static ImmutableArray<GateFinding> BeforeArming(ClinicState state, string sessionId, ImmutableArray<GateFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Treatments.All.GetValueOrDefault(sessionId)?.DeviceKnown is not null ? findings
            : [.. findings.Select(finding => finding.Item != Readiness.Calibration ? finding : finding with
            {
                Problem = TreatmentProblems.NotReady.With("The device has not told yet how it is calibrated: connect it and switch it on."),
            })];
    }

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
