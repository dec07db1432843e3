namespace MesoPen.Simulator;

/// <summary>Takes whole truth lines, UTF-8, each ended by a line feed.</summary>
public delegate void TruthSink(ReadOnlySpan<byte> lines);
