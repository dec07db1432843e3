namespace MesoPen.Host.Calibration.Metrology;

/// <summary>How a dose is weighed so that its error is known well enough.</summary>
/// <param name="ShotsPerWeighing">Shots between two weights.</param>
/// <param name="Weighings">How many of them.</param>
/// <param name="Shots">In all.</param>
/// <param name="VolumeNl">Liquid in all, nL.</param>
/// <param name="Minutes">Time for it, blanks with it.</param>
/// <param name="ExpectedPercent">Expanded uncertainty that may be expected, percent of the dose.</param>
public sealed record CalibrationPlan(int ShotsPerWeighing, int Weighings, int Shots, long VolumeNl, double Minutes, double ExpectedPercent);
