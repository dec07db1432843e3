namespace MesoPen.Host.Station;

/// <summary>What came of a stop.</summary>
/// <param name="Stopped">Whether there was a treatment to stop.</param>
/// <param name="AtRestMs">From the stop's arrival until the device said that needle and plunger are at rest, ms; null if it has not said so.</param>
public sealed record StopAnswer(bool Stopped, long? AtRestMs);
