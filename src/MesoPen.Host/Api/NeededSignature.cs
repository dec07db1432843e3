namespace MesoPen.Host.Api;

/// <summary>Metadata of an endpoint that needs the header Signing-Password.</summary>
internal sealed record NeededSignature;
