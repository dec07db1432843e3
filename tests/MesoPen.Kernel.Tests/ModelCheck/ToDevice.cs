namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>A request in flight. Awaited: the host still waits for its answer; of a stop, that no person released it since.</summary>
internal sealed record ToDevice(Effect Body, uint Boot, bool Awaited);
