namespace MesoPen.Tests.EndToEnd;

/// <summary>A shot of a summary.</summary>
internal sealed record SummaryShot(uint Shot, string Zone, string Outcome, long DepthUm, long VolumeNl, long EndedBy);
