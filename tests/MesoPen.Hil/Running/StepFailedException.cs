namespace MesoPen.Hil;

/// <summary>A step could not be done, or what it expects did not come.</summary>
/// <param name="kind">step, expectation, comparison or limit.</param>
/// <param name="line">Line of the scenario; 0 for none.</param>
/// <param name="sentence">What is wrong.</param>
internal sealed class StepFailedException(string kind, int line, string sentence) : Exception(sentence)
{
    public string Kind => kind;

    public int Line => line;
}
