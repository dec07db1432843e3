namespace MesoPen.Host.Api;

/// <summary>Metadata of an endpoint that needs If-Match.</summary>
internal sealed record NeededVersion;
