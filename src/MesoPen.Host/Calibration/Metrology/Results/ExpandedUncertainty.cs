namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Uncertainty of a result by the GUM (JCGM 100:2008), with its cross-check. Unit: that of the result.</summary>
/// <param name="Combined">Combined standard uncertainty.</param>
/// <param name="EffectiveDegreesOfFreedom">By Welch and Satterthwaite; null if infinite.</param>
/// <param name="Coverage">Coverage probability, 0 to 1.</param>
/// <param name="K">Coverage factor, from Student's t.</param>
/// <param name="Expanded">U: K times <paramref name="Combined"/>.</param>
/// <param name="MonteCarlo">Cross-check by propagation of distributions; null where none was made.</param>
public sealed record ExpandedUncertainty(
    double Combined, double? EffectiveDegreesOfFreedom, double Coverage, double K, double Expanded, MonteCarloCheck? MonteCarlo);
