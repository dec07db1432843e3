namespace MesoPen.Host.Api;

/// <summary>Asks to arm.</summary>
/// <param name="Zone">Zone id; null for the one that paused, or the next with points left.</param>
public sealed record ArmZone(string? Zone = null);
