namespace MesoPen.Host.Input;

/// <summary>A sequence.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Items">Its items in order.</param>
internal sealed record InputList(int Line, IReadOnlyList<InputNode> Items) : InputNode(Line);
