using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;

namespace MesoPen.Host.Api;

/// <summary>A calibration in a list.</summary>
/// <param name="CalibrationId">Its id.</param>
/// <param name="Kind">What is calibrated.</param>
/// <param name="Station">At whose bench.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Model">Profile of the device.</param>
/// <param name="Serial">Its serial number.</param>
/// <param name="BegunBy">The engineer.</param>
/// <param name="BegunAt">When, UTC.</param>
/// <param name="CertificateId">Its certificate.</param>
public sealed record CalibrationLine(
    string CalibrationId, CalibrationKind Kind, string Station, CalibrationPhase Phase, string Model, string Serial, string BegunBy, DateTimeOffset BegunAt,
    string? CertificateId)
{
    /// <summary>The line of one.</summary>
    public static CalibrationLine Of(ClinicState state, CalibrationRun run)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(run);
        return new CalibrationLine(
            run.Id, run.Begun.Kind, run.Begun.Station, run.Phase, run.Begun.Device.Model, run.Begun.Device.Serial, run.Begun.By, run.BegunAt,
            state.Certificates.OfCalibration(run.Id));
    }
}
