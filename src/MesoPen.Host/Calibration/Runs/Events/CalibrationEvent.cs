using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>Something that happened in a calibration.</summary>
/// <param name="By">Who did it.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
public abstract record CalibrationEvent(string By, string CalibrationId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "calibration/" + CalibrationId;
}
