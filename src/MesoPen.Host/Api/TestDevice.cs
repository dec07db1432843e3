namespace MesoPen.Host.Api;

/// <summary>Asks who is at an address.</summary>
/// <param name="Address">A path, serial:PATH?baud=N or tcp://HOST:PORT.</param>
public sealed record TestDevice(string Address);
