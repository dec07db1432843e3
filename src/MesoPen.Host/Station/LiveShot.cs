namespace MesoPen.Host.Station;

/// <summary>A shot that was settled.</summary>
/// <param name="Shot">The device's lifetime count.</param>
/// <param name="Zone">Zone id.</param>
/// <param name="Outcome">delivered, not-delivered or unknown.</param>
/// <param name="DepthUm">Deepest position along the needle, µm.</param>
/// <param name="VolumeNl">Volume, nL.</param>
/// <param name="Partial">It was cut short: the volume is less than the dose.</param>
public sealed record LiveShot(uint Shot, string? Zone, string Outcome, int DepthUm, long VolumeNl, bool Partial);
