namespace MesoPen.Host.Input;

/// <summary>A single value.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Text">Its text.</param>
/// <param name="Plain">Whether it stands without quotes; only such a one can be a number or null.</param>
internal sealed record InputScalar(int Line, string Text, bool Plain) : InputNode(Line)
{
    /// <summary>Whether it is YAML's way to say nothing.</summary>
    public bool IsNull => Plain && (Text is "" or "~" or "null");
}
