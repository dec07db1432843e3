namespace MesoPen.Simulator;

/// <summary>What becomes of one frame, for certain.</summary>
/// <param name="Fault">What.</param>
/// <param name="LateMs">How much later it, or its second coming, arrives, ms.</param>
/// <param name="ByteAt">Which byte is flipped, or how many arrive; null is drawn.</param>
/// <param name="Bit">Which bit is flipped; null is drawn.</param>
public readonly record struct FrameSpoil(FrameFault Fault, int LateMs, int? ByteAt, int? Bit);
