namespace MesoPen.Host.Calibration;

/// <summary>The device confirmed a scale: the accepted one, or after <see cref="CalibrationAdjustmentReverted"/> the one before.</summary>
/// <param name="By">Station.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Scale">The scale that it holds now.</param>
public sealed record CalibrationScaleSet(string By, string CalibrationId, DeviceScale Scale) : CalibrationEvent(By, CalibrationId);
