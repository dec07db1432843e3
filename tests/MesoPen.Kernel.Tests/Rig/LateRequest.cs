namespace MesoPen.Kernel.Tests.Rig;

/// <summary>A copy of a request that is still somewhere in the wires.</summary>
internal sealed record LateRequest(Effect Effect, long SeenMs, uint Boot);
