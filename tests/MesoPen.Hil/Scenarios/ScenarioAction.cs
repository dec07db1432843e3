namespace MesoPen.Hil;

/// <summary>Something that is done in a run, as a scenario wrote it.</summary>
/// <param name="Kind">What.</param>
/// <param name="Word">A fault, a weather, a question; empty if the kind has none.</param>
/// <param name="Answer">What is answered from now on; empty for other kinds.</param>
/// <param name="Text">As written.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record ScenarioAction(ActionKind Kind, string Word, string Answer, string Text, int Line);
