namespace MesoPen.Host.Calibration;

/// <summary>A reading was not plausible and does not count; what it belongs to is made anew.</summary>
/// <param name="By">Station.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record CalibrationReadingRefused(string By, string CalibrationId, string Reason) : CalibrationEvent(By, CalibrationId);
