namespace MesoPen.Host.Records;

/// <summary>A clinic row was written after the one that a decision was made upon. Nothing was written.</summary>
public sealed class JournalMovedException() : Exception("The records moved on while this was decided.");
