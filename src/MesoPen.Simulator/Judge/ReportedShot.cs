namespace MesoPen.Simulator;

/// <summary>One shot as a host reported it.</summary>
/// <param name="Shot">The device's lifetime index.</param>
/// <param name="Outcome">delivered, not-delivered or unknown.</param>
/// <param name="DepthUm">Along the needle, µm.</param>
/// <param name="VolumeNl">Whole head, nL.</param>
/// <param name="EndedBy">What cut it short, as on the wire; 0 if nothing did.</param>
internal sealed record ReportedShot(uint Shot, string Outcome, long DepthUm, long VolumeNl, long EndedBy = 0);
