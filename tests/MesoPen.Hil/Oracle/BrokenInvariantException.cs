namespace MesoPen.Hil;

/// <summary>The plant's truth broke an invariant of docs/architecture.md, section 5.</summary>
internal sealed class BrokenInvariantException(int invariant, string what) : Exception($"Invariant {invariant}: {what}")
{
    public int Invariant => invariant;
}
