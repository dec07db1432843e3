namespace MesoPen.Tests.EndToEnd;

/// <summary>One stroke as the plant saw it.</summary>
/// <param name="Shot">The device's lifetime index.</param>
/// <param name="Zone">Zone tag that the lamp showed.</param>
/// <param name="DepthUm">Deepest point of the tip, µm.</param>
/// <param name="VolumeNl">Fluid that left the tips, nL.</param>
/// <param name="BeginMs">Virtual time of its beginning, ms.</param>
/// <param name="EndMs">Virtual time of its end, ms.</param>
internal sealed record TruthStroke(uint Shot, int Zone, long DepthUm, long VolumeNl, long BeginMs, long EndMs);
