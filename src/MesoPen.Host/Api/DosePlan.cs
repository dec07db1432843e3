namespace MesoPen.Host.Api;

/// <summary>How one dose is weighed, and what may be expected of that: with the shots and weighings that are asked for, else those that are proposed.</summary>
/// <param name="DoseNl">The dose, nL.</param>
/// <param name="ShotsPerWeighing">Shots between two weights.</param>
/// <param name="Weighings">How many weighings.</param>
/// <param name="VolumeNl">Liquid in all, nL.</param>
/// <param name="Minutes">Time for it.</param>
/// <param name="ExpectedPermyriad">Expanded uncertainty that may be expected, ten-thousandths of the dose.</param>
public sealed record DosePlan(long DoseNl, int ShotsPerWeighing, int Weighings, long VolumeNl, int Minutes, int ExpectedPermyriad);
