namespace MesoPen.Host.Calibration;

/// <summary>It was given up; no certificate can come of it. The device holds the scale that was set last.</summary>
/// <param name="By">Who gave it up; the station by itself.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record CalibrationAborted(string By, string CalibrationId, string Reason) : CalibrationEvent(By, CalibrationId);
