namespace MesoPen.Host.Api;

/// <summary>A fault to begin.</summary>
/// <param name="Spec">As in docs/faults.md: <c>occlusion@now,for=2s</c>.</param>
public sealed record SimulatorBegin(string Spec);
