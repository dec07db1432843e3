namespace MesoPen.Host.Api;

/// <summary>Metadata of an endpoint that takes no Idempotency-Key.</summary>
internal sealed record NoIdempotencyKey;
