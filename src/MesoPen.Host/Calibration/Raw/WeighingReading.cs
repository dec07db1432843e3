namespace MesoPen.Host.Calibration;

/// <summary>One weighing before and one after a number of shots: stable weights only. No shots: a blank, which shows what evaporates.</summary>
/// <param name="Point">Index in <see cref="CalibrationSetup.Points"/>; -1 for a blank.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="Shots">Shots between the weighings; 0 for a blank.</param>
/// <param name="CommandedNl">What the device was told to deliver in all, nL.</param>
/// <param name="ReportedNl">What the device says that it delivered, nL.</param>
/// <param name="BeforeNg">Weight before, ng.</param>
/// <param name="BeforeAtUnixMs">When.</param>
/// <param name="AfterNg">Weight after, ng.</param>
/// <param name="AfterAtUnixMs">When.</param>
public sealed record WeighingReading(
    int Point, int Replicate, int Shots, long CommandedNl, long ReportedNl, long BeforeNg, long BeforeAtUnixMs, long AfterNg, long AfterAtUnixMs);
