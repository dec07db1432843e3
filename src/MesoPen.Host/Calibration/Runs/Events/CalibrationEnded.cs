namespace MesoPen.Host.Calibration;

/// <summary>All is measured. A certificate can be issued.</summary>
/// <param name="By">Station.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="ShotCounter">Lifetime shot counter of the device.</param>
public sealed record CalibrationEnded(string By, string CalibrationId, long ShotCounter) : CalibrationEvent(By, CalibrationId);
