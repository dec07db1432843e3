namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>One thing that happens: which, and to which message, zone or number of batches.</summary>
internal readonly record struct Move(MoveKind Kind, byte Of = 0);
