namespace MesoPen.Host.Calibration;

/// <summary>Another person than the one who began it answered the bench: whoever measured accepts and authorises nothing of it.</summary>
/// <param name="By">Sign-in name.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
public sealed record CalibrationHandled(string By, string CalibrationId) : CalibrationEvent(By, CalibrationId);
