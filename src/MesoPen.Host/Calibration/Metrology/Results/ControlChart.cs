using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Individuals and moving range (NIST/SEMATECH e-Handbook, 6.3.2.2). Unit: that of the values.</summary>
/// <param name="Values">In the order of time.</param>
/// <param name="MovingRanges">Of neighbours; one fewer than the values.</param>
/// <param name="Center">Mean of the values.</param>
/// <param name="Sigma">Mean moving range divided by 1.128.</param>
/// <param name="Lower">Three sigma below the centre.</param>
/// <param name="Upper">Three sigma above it.</param>
/// <param name="MeanRange">Mean moving range.</param>
/// <param name="UpperRange">3.267 times that.</param>
/// <param name="Breaks">Rules that are broken, in the order of the values.</param>
public sealed record ControlChart(
    ImmutableArray<double> Values, ImmutableArray<double> MovingRanges, double Center, double Sigma, double Lower, double Upper, double MeanRange,
    double UpperRange, ImmutableArray<RuleBreak> Breaks)
{
    /// <summary>Whether no rule is broken.</summary>
    public bool IsInControl => Breaks.IsEmpty;
}
