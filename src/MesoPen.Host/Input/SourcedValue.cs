namespace MesoPen.Host.Input;

/// <summary>A number with the source that it stands on.</summary>
/// <param name="Value">In the unit of its key.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Note">What the source measured or advised; null if its title says it.</param>
public sealed record SourcedValue(long Value, Source Source, string? Note)
{
    /// <summary>For sentences: source, and note if there is one.</summary>
    public string Reference => Note is null ? Source.ToString() : $"{Source}: {Note}";
}
