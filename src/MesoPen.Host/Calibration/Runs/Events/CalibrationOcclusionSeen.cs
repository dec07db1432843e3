namespace MesoPen.Host.Calibration;

/// <summary>The device said that the way out is blocked, and the reference was read.</summary>
/// <param name="By">Station, or who typed the reading.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Series">As found, or as left.</param>
/// <param name="Reading">What was read.</param>
public sealed record CalibrationOcclusionSeen(string By, string CalibrationId, SeriesKind Series, OcclusionReading Reading)
    : CalibrationEvent(By, CalibrationId);
