namespace MesoPen.Host.Calibration;

/// <summary>A weighing ended.</summary>
/// <param name="By">Station, or who typed the weights.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Series">As found, or as left.</param>
/// <param name="Reading">What was weighed.</param>
public sealed record CalibrationWeighed(string By, string CalibrationId, SeriesKind Series, WeighingReading Reading) : CalibrationEvent(By, CalibrationId);
