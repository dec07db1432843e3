namespace MesoPen.Host.Station;

/// <summary>Who has the control of the station: one console at a time, the others watch. Stop and pause need no control.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">The name, for people.</param>
/// <param name="Console">Id of the console: of two tablets of one person, one has the control. Programs that name none are the console <c>api</c>.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record StationControl(string PersonId, string Name, string Console, DateTimeOffset Since);
