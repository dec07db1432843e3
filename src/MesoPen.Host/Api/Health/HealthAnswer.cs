namespace MesoPen.Host.Api.Health;

/// <summary>How the station stands.</summary>
/// <param name="State">As the worst of its checks.</param>
/// <param name="Checks">What each found, by name.</param>
internal sealed record HealthAnswer(ReadinessState State, IReadOnlyList<NamedFinding> Checks);
