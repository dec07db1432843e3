namespace MesoPen.Host.Api;

/// <summary>Metadata of an endpoint that stops something: it waits neither for records nor for its turn among other requests.</summary>
internal sealed record StopLane;
