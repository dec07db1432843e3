namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Mean error of one point before an adjustment, and as it should be after it.</summary>
/// <param name="Point">Index in <see cref="CalibrationSetup.Points"/>.</param>
/// <param name="Needle">From 0; null for volume.</param>
/// <param name="Direction">Null for volume.</param>
/// <param name="Before">nL for a shot, or µm.</param>
/// <param name="After">The same unit.</param>
public sealed record AdjustmentResidual(int Point, int? Needle, TravelDirection? Direction, double Before, double After);
