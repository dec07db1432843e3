namespace MesoPen.Host.Station;

/// <summary>The last stop that was asked for in this run of the session.</summary>
/// <param name="AskedAt">When it came in, UTC.</param>
/// <param name="AskedBy">By whom: id of a person, or that nobody was signed in.</param>
/// <param name="AtRestMs">From then until the device said that needle and plunger are at rest, ms; null as long as it has not.</param>
public sealed record StationStop(DateTimeOffset AskedAt, string AskedBy, long? AtRestMs);
