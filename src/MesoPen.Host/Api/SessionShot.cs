namespace MesoPen.Host.Api;

/// <summary>One shot of a session's record.</summary>
/// <param name="Shot">The device's lifetime count.</param>
/// <param name="At">When its row was written, UTC.</param>
/// <param name="Zone">Zone id.</param>
/// <param name="Outcome">delivered, not-delivered or unknown.</param>
/// <param name="Partial">It ended early.</param>
/// <param name="DepthUm">Deepest position along the needle, µm.</param>
/// <param name="VolumeNl">Volume, nL.</param>
/// <param name="Sequence">Sequence of its row in the journal that the record was read from.</param>
public sealed record SessionShot(uint Shot, DateTimeOffset At, string? Zone, string Outcome, bool Partial, int DepthUm, long VolumeNl, long Sequence);
