namespace MesoPen.Host.Input;

/// <summary>A mapping. Each key stands once.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Entries">Keys in the order of the file.</param>
internal sealed record InputMap(int Line, IReadOnlyList<(InputScalar Key, InputNode Value)> Entries) : InputNode(Line)
{
    /// <summary>The value of a key; null if it is not there.</summary>
    public InputNode? Find(string key)
    {
        foreach ((InputScalar name, InputNode value) in Entries)
        {
            if (name.Text == key)
            {
                return value;
            }
        }

        return null;
    }
}
