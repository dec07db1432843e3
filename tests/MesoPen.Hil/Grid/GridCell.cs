namespace MesoPen.Hil;

/// <summary>One cell that was run.</summary>
/// <param name="Row">The fault.</param>
/// <param name="Column">The step, or the byte of the permit frame.</param>
/// <param name="Fault">The fault as it was put.</param>
/// <param name="Struck">Whether the fault began at all.</param>
/// <param name="End">The safe state that came of it; null if none did.</param>
/// <param name="Failure">Why the cell failed; null if it passed.</param>
/// <param name="AtMs">When that was, ms.</param>
/// <param name="Events">The last events, if it failed.</param>
internal sealed record GridCell(string Row, string Column, string Fault, bool Struck, GridEnd? End, string? Failure, long AtMs, IReadOnlyList<string> Events);
