namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Statistical tolerance interval of a normal population: with the stated confidence it holds the stated share of single shots.</summary>
/// <param name="Content">Share that lies in it, 0 to 1.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="K">Exact two-sided factor.</param>
/// <param name="Low">Lower end, in the unit of the point.</param>
/// <param name="High">Upper end.</param>
/// <param name="IsWithinTolerance">Whether all of it lies within nominal ± tolerance, as ISO 11608-1 asks of pens.</param>
public sealed record ToleranceInterval(double Content, double Confidence, double K, double Low, double High, bool IsWithinTolerance);
