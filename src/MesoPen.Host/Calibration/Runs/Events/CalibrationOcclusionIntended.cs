namespace MesoPen.Host.Calibration;

/// <summary>The plunger is about to press against the closed way out. Without an <see cref="CalibrationOcclusionSeen"/> after it, it does not count.</summary>
/// <param name="By">Station.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Series">As found, or as left.</param>
/// <param name="Intent">What will move.</param>
public sealed record CalibrationOcclusionIntended(string By, string CalibrationId, SeriesKind Series, OcclusionIntent Intent)
    : CalibrationEvent(By, CalibrationId);
