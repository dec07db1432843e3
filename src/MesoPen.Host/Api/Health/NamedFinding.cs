namespace MesoPen.Host.Api.Health;

/// <summary>What a check found.</summary>
/// <param name="Check">The check's name.</param>
/// <param name="State">How it stands.</param>
/// <param name="Text">What was found.</param>
internal sealed record NamedFinding(string Check, ReadinessState State, string Text);
