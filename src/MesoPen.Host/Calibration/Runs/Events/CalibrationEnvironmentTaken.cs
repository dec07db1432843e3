namespace MesoPen.Host.Calibration;

/// <summary>Room and water were read.</summary>
/// <param name="By">Who read them; the station if they came from a file.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Reading">What was read.</param>
public sealed record CalibrationEnvironmentTaken(string By, string CalibrationId, EnvironmentReading Reading) : CalibrationEvent(By, CalibrationId);
