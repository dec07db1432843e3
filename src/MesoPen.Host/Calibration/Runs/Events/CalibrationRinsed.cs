namespace MesoPen.Host.Calibration;

/// <summary>The line is filled and the tip is wet, for as long as this cartridge is in.</summary>
/// <param name="By">Station.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="CartridgeId">The device's count of cartridges.</param>
public sealed record CalibrationRinsed(string By, string CalibrationId, long CartridgeId) : CalibrationEvent(By, CalibrationId);
