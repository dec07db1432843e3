namespace MesoPen.Host.Clinic.Site;

/// <summary>What a device said of itself.</summary>
/// <param name="Model">Id of its profile.</param>
/// <param name="Serial">Serial number.</param>
/// <param name="Firmware">Version of its firmware.</param>
/// <param name="Needles">Needles of its head.</param>
/// <param name="Simulated">It says that it is simulated.</param>
/// <param name="CalibrationDueOn">Last day of its calibration; null if it was never calibrated.</param>
public sealed record DeviceIdentity(string Model, string Serial, string Firmware, int Needles, bool Simulated, DateOnly? CalibrationDueOn);
