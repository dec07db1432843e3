namespace MesoPen.Host.Api;

/// <summary>Metadata of an endpoint that answers with parts of a list.</summary>
internal sealed record ListInParts;
