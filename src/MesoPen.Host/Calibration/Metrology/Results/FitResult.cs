using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>A fit by least squares.</summary>
/// <param name="Coefficients">From the lowest power up.</param>
/// <param name="StandardErrors">Of each; 0 without degrees of freedom.</param>
/// <param name="ResidualDeviation">Standard deviation of the residuals; 0 without degrees of freedom.</param>
/// <param name="DegreesOfFreedom">Readings less coefficients.</param>
/// <param name="RSquared">Share of the variance that it explains; of the sum of squares if it has no constant term; null if nothing varies.</param>
public sealed record FitResult(
    ImmutableArray<double> Coefficients, ImmutableArray<double> StandardErrors, double ResidualDeviation, int DegreesOfFreedom, double? RSquared);
