using MesoPen.Host.Clinic;

namespace MesoPen.Host.Station;

/// <summary>Who asks the station for something, and from which console.</summary>
/// <param name="Who">The person.</param>
/// <param name="Console">Id of the console.</param>
public sealed record StationAsker(Actor Who, string Console);
