using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>One depth, of one needle, from one side.</summary>
/// <param name="Stated">Figures in µm.</param>
/// <param name="Needle">From 0.</param>
/// <param name="Direction">From which side it came. Shots are given on the way out.</param>
/// <param name="DepthsUm">Each reading less the needle's zero, µm, in the order of time.</param>
public sealed record DepthPointResult(PointResult Stated, int Needle, TravelDirection Direction, ImmutableArray<double> DepthsUm);
