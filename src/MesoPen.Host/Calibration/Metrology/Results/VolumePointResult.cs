using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>One dose, weighed.</summary>
/// <param name="Stated">Figures in nL for one shot of the whole head. Its deviation is that of the readings, each a mean of its shots.</param>
/// <param name="ShotsPerReading">Shots between two weighings.</param>
/// <param name="ShotDeviation">Standard deviation of single shots, nL: that of readings times the root of their shots.</param>
/// <param name="Z">Mean factor from mass to volume, µL/mg.</param>
/// <param name="Readings">Each weighing, in the order of time.</param>
/// <param name="Chart">The readings as a control chart; null below two.</param>
public sealed record VolumePointResult(
    PointResult Stated, int ShotsPerReading, double ShotDeviation, double Z, ImmutableArray<VolumeReading> Readings, ControlChart? Chart);
