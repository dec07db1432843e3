namespace MesoPen.Kernel;

/// <summary>What went wrong, by number. It stays until a person clears it.</summary>
/// <param name="Number">1 to 99 as the device reports it (hardware/protocol.md, section 6); from 200 found by the host.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Fault(int Number, string Sentence, string Remedy);
