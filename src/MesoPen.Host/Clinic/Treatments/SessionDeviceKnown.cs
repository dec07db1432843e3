using MesoPen.Host.Calibration;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>The device of a session told who it is and how it is calibrated.</summary>
/// <param name="By">The station.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Serial">Serial number.</param>
/// <param name="Firmware">Version of the firmware.</param>
/// <param name="Profile">Id of its profile.</param>
/// <param name="CalibrationDueOn">Last day of its calibration; null if it was never calibrated.</param>
/// <param name="Simulated">The device says that it is simulated.</param>
/// <param name="Certificate">First 16 bytes of the SHA-256 of the certificate that it holds, 32 hexadecimal digits; null for none.</param>
/// <param name="Scale">The adjustment that it holds; null for the nominal one.</param>
/// <param name="ShotCounter">Its lifetime shot counter, where a certificate counts shots; else 0.</param>
public sealed record SessionDeviceKnown(
    string By, string SessionId, string Serial, string Firmware, string Profile, DateOnly? CalibrationDueOn, bool Simulated = false,
    string? Certificate = null, DeviceScale? Scale = null, long ShotCounter = 0) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "treatment/" + SessionId;
}
