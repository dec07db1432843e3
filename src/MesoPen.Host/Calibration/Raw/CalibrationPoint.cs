namespace MesoPen.Host.Calibration;

/// <summary>One value that is measured, and how far off it may be.</summary>
/// <param name="Nominal">nL, µm or kPa.</param>
/// <param name="Tolerance">Largest error, either way, in the same unit.</param>
/// <param name="ToleranceSource">Who says so.</param>
/// <param name="Replicates">How often it is measured.</param>
/// <param name="ShotsPerReading">Shots in one weighing; 1 for depth and pressure.</param>
public sealed record CalibrationPoint(long Nominal, long Tolerance, string ToleranceSource, int Replicates, int ShotsPerReading);
