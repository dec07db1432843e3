namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Where a drift leads.</summary>
/// <param name="LeavesOn">First day on which a calibration may find the device beyond its tolerance; null if not within the horizon.</param>
/// <param name="PerYear">Drift in a year.</param>
/// <param name="Fit">Straight line of the error over days since the first calibration.</param>
/// <param name="Confidence">Of the prediction interval, 0 to 1.</param>
public sealed record DriftForecast(DateOnly? LeavesOn, double PerYear, FitResult Fit, double Confidence);
