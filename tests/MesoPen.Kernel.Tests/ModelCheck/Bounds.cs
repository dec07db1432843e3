namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>What keeps the model finite.</summary>
/// <param name="Upsets">How many of these may happen on one path: link cut, device reset, device fault, journal entry lost, host killed, disk failure, empty shot.</param>
/// <param name="InFlight">The newest messages each way that may still arrive.</param>
/// <param name="Waiting">A person acts, and the host polls, only while fewer batches wait for the disk and fewer requests for the line.</param>
internal sealed record Bounds(int Upsets = 2, int InFlight = 2, int Waiting = 2);
