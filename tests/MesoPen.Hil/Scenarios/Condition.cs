namespace MesoPen.Hil;

/// <summary>Something that comes to hold in a run, as a scenario wrote it.</summary>
/// <param name="Kind">What it asks.</param>
/// <param name="Number">A shot, a fault, a run, how often; 1 if none was said.</param>
/// <param name="Word">A phase, a state, a message, a zone or a text; empty if the kind has none.</param>
/// <param name="Text">As written.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record Condition(ConditionKind Kind, long Number, string Word, string Text, int Line);
