namespace MesoPen.Host.Api;

/// <summary>A request that says nothing but its address.</summary>
public sealed record NoBody;
