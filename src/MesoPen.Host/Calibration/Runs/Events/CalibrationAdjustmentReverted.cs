namespace MesoPen.Host.Calibration;

/// <summary>The adjustment is taken back: the device is to hold the scale that it came with.</summary>
/// <param name="By">Who took it back.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Scale">The scale before.</param>
/// <param name="Reason">Why.</param>
public sealed record CalibrationAdjustmentReverted(string By, string CalibrationId, DeviceScale Scale, string Reason) : CalibrationEvent(By, CalibrationId);
