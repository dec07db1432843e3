namespace MesoPen.Hil;

/// <summary>A labelled stroke as the truth file tells it.</summary>
/// <param name="Shot">Label.</param>
/// <param name="Zone">Zone tag.</param>
/// <param name="DepthUm">Deepest tip, µm.</param>
/// <param name="VolumeNl">Fluid that left the tips, nL.</param>
/// <param name="BeginMs">By the device's own clock, ms.</param>
/// <param name="EndMs">The same.</param>
internal sealed record TruthStrokeLine(uint Shot, ushort Zone, long DepthUm, long VolumeNl, long BeginMs, long EndMs);
