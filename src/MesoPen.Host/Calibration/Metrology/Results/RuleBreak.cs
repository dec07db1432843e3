namespace MesoPen.Host.Calibration.Metrology;

/// <summary>A rule of the control chart that is broken.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Index">Value at which it shows, from 0.</param>
public sealed record RuleBreak(ChartRule Rule, int Index);
