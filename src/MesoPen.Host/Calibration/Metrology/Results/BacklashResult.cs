using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Play that is left in one needle's drive: the mean of its hysteresis over the points, each the same weight.</summary>
/// <param name="Needle">From 0.</param>
/// <param name="BacklashUm">µm, beyond what the device takes up by itself.</param>
/// <param name="Budget">Where its uncertainty comes from.</param>
/// <param name="Uncertainty">Of the play, µm.</param>
public sealed record BacklashResult(int Needle, double BacklashUm, ImmutableArray<BudgetLine> Budget, ExpandedUncertainty Uncertainty);
