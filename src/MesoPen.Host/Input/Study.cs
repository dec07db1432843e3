namespace MesoPen.Host.Input;

/// <summary>What one source says about a limit, kept beside the limit so that a reader sees what it was chosen from.</summary>
/// <param name="Of">Key of the limit.</param>
/// <param name="Value">What this source says, in the unit of the key.</param>
/// <param name="Source">Where.</param>
/// <param name="Note">Whom and what it measured; null if its title says it.</param>
public sealed record Study(string Of, long Value, Source Source, string? Note);
