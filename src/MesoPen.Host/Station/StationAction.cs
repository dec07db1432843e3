namespace MesoPen.Host.Station;

/// <summary>Something that a person may want of the station, and whether it would be done now.</summary>
/// <param name="Id">prime, arm, pause, release, settle, needle, or close.</param>
/// <param name="Allowed">Whether it would be done.</param>
/// <param name="Why">Why not, in a sentence; null if it would.</param>
public sealed record StationAction(string Id, bool Allowed, string? Why);
