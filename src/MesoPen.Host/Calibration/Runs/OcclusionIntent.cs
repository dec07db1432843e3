namespace MesoPen.Host.Calibration;

/// <summary>What a try against the closed way out may move at most.</summary>
/// <param name="Point">Index of the point.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="BootId">The boot of the device that the volumes count in.</param>
/// <param name="FromNl">Where the plunger stands, nL since boot.</param>
/// <param name="ToNl">Where it would stand if nothing were blocked.</param>
public sealed record OcclusionIntent(int Point, int Replicate, long BootId, long FromNl, long ToNl);
