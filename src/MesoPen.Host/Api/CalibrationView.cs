using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;

namespace MesoPen.Host.Api;

/// <summary>A calibration as it stands.</summary>
/// <param name="CalibrationId">Its id.</param>
/// <param name="Kind">What is calibrated.</param>
/// <param name="Station">At whose bench.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Device">The item.</param>
/// <param name="Setup">What was settled before.</param>
/// <param name="Bench">How the bench does it.</param>
/// <param name="BegunBy">The engineer.</param>
/// <param name="BegunAt">When, UTC.</param>
/// <param name="LastAt">Last step, UTC.</param>
/// <param name="Environment">Room and water.</param>
/// <param name="Series">Readings as found, and as left.</param>
/// <param name="Held">The scale that the device holds.</param>
/// <param name="Refusals">Why readings were refused.</param>
/// <param name="Proposal">The scale that is proposed; null if none is.</param>
/// <param name="AcceptedBy">Who accepted it.</param>
/// <param name="DeclinedFor">Why it was not.</param>
/// <param name="RevertedFor">Why it was taken back.</param>
/// <param name="AbortedFor">Why the calibration was given up.</param>
/// <param name="SignedBy">Who signed the readings.</param>
/// <param name="CertificateId">Its certificate.</param>
/// <param name="DeviceTold">Whether the device holds the certificate.</param>
public sealed record CalibrationView(
    string CalibrationId, CalibrationKind Kind, string Station, CalibrationPhase Phase, CalibratedDevice Device, CalibrationSetup Setup, BenchSetup Bench,
    string BegunBy, DateTimeOffset BegunAt, DateTimeOffset LastAt, ImmutableArray<EnvironmentReading> Environment, ImmutableArray<CalibrationSeries> Series,
    DeviceScale Held, ImmutableArray<string> Refusals, ProposedAdjustment? Proposal, string? AcceptedBy, string? DeclinedFor, string? RevertedFor,
    string? AbortedFor, string? SignedBy, string? CertificateId, bool DeviceTold)
{
    /// <summary>The view of one; null if there is none.</summary>
    public static CalibrationView? Of(ClinicState state, string calibrationId)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Calibrations.All.TryGetValue(calibrationId, out CalibrationRun? run) ? Of(state, run) : null;
    }

    /// <summary>The view of one.</summary>
    public static CalibrationView Of(ClinicState state, CalibrationRun run)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(run);
        string? certificate = state.Certificates.OfCalibration(run.Id);
        return new CalibrationView(
            run.Id, run.Begun.Kind, run.Begun.Station, run.Phase, run.Begun.Device, run.Begun.Setup, run.Begun.Bench, run.Begun.By, run.BegunAt, run.LastAt,
            run.Environment, run.Series, run.Held, run.Refusals, run.Proposal, run.Accepted?.By, run.Declined?.Reason, run.Reverted?.Reason,
            run.Aborted?.Reason, run.Signed?.By, certificate, run.Told is { } told && told.CertificateId == certificate);
    }
}
