namespace MesoPen.Host.Api;

/// <summary>Asks for the control of the station.</summary>
/// <param name="Reason">Why it is taken over from another console; null if it is free.</param>
internal sealed record TakeControl(string? Reason = null);
