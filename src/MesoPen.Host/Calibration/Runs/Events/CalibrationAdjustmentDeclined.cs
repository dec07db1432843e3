namespace MesoPen.Host.Calibration;

/// <summary>The device is not adjusted: the calibration ends with what was found.</summary>
/// <param name="By">Who said so.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Reason">Why.</param>
public sealed record CalibrationAdjustmentDeclined(string By, string CalibrationId, string Reason) : CalibrationEvent(By, CalibrationId);
