namespace MesoPen.Host.Api.Health;

/// <summary>What a check found.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Text">What was found, in one sentence without a patient's data.</param>
public sealed record ReadinessFinding(ReadinessState State, string Text);
