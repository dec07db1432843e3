namespace MesoPen.Host.Calibration;

/// <summary>
/// A needle begins to go out and back, step by step. Readings of the same needle and replicate that came before count no more: a sweep that was
/// interrupted is made anew from its beginning.
/// </summary>
/// <param name="By">Station.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Series">As found, or as left.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="Needle">Which needle, from 0.</param>
public sealed record CalibrationSweepIntended(string By, string CalibrationId, SeriesKind Series, int Replicate, int Needle)
    : CalibrationEvent(By, CalibrationId);
