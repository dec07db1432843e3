namespace MesoPen.Host.Calibration;

/// <summary>
/// A weighing begins: the weight before it is known and durable, and nothing has moved. If no <see cref="CalibrationWeighed"/> follows it was
/// interrupted and does not count.
/// </summary>
/// <param name="By">Station.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Series">As found, or as left.</param>
/// <param name="Intent">What will move.</param>
public sealed record CalibrationWeighingIntended(string By, string CalibrationId, SeriesKind Series, WeighingIntent Intent)
    : CalibrationEvent(By, CalibrationId);
