namespace MesoPen.Host.Clinic.Treatments;

/// <summary>The device of a session told who it is and how it is calibrated.</summary>
/// <param name="By">The station.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Serial">Serial number.</param>
/// <param name="Firmware">Version of the firmware.</param>
/// <param name="Profile">Id of its profile.</param>
/// <param name="CalibrationDueOn">Last day of its calibration; null if it was never calibrated.</param>
/// <param name="Simulated">The device says that it is simulated.</param>
public sealed record SessionDeviceKnown(
    string By, string SessionId, string Serial, string Firmware, string Profile, DateOnly? CalibrationDueOn, bool Simulated = false) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "treatment/" + SessionId;
}
