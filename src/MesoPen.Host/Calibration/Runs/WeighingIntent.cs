namespace MesoPen.Host.Calibration;

/// <summary>What a weighing will move, in absolutes: the device cannot be told twice.</summary>
/// <param name="Point">Index of the point; -1 for a blank.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="Shots">Shots; 0 for a blank.</param>
/// <param name="BootId">The boot of the device that the volumes count in.</param>
/// <param name="FromNl">Where the plunger stands, nL since boot.</param>
/// <param name="ToNl">Where it will stand after the last shot.</param>
/// <param name="BeforeNg">Weight before, ng.</param>
/// <param name="BeforeAtUnixMs">When.</param>
public sealed record WeighingIntent(int Point, int Replicate, int Shots, long BootId, long FromNl, long ToNl, long BeforeNg, long BeforeAtUnixMs);
