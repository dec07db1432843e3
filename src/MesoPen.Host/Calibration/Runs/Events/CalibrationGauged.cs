namespace MesoPen.Host.Calibration;

/// <summary>The gauge was read at one step of a sweep.</summary>
/// <param name="By">Station, or who typed the reading.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Series">As found, or as left.</param>
/// <param name="Reading">What was read.</param>
public sealed record CalibrationGauged(string By, string CalibrationId, SeriesKind Series, GaugeReading Reading) : CalibrationEvent(By, CalibrationId);
