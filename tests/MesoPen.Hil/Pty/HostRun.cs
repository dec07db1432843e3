using System.Text.Json;
using MesoPen.Host.Control;

namespace MesoPen.Hil;

/// <summary>One run of <c>treat</c>: its process, and how it ended.</summary>
internal sealed class HostRun(ChildProcess process)
{
    public ChildProcess Process => process;

    /// <summary>The outcome that its summary says; null if it has said none.</summary>
    public string? Summary { get; private set; }

    /// <summary>How it ended by its exit code; null for a code that is no end of a treatment.</summary>
    public string? Outcome => Enum.IsDefined((TreatmentOutcome)process.ExitCode) ? TreatmentSummary.Word((TreatmentOutcome)process.ExitCode) : null;

    /// <summary>Takes a line in that it said. Gives what a person was told by it and whether that was a refusal; null if nothing.</summary>
    public (string Text, bool Refusal)? Take(string text)
    {
        JsonElement line = JsonElement.Parse(text);
        switch (line.GetProperty("type").GetString())
        {
            case "notice":
                return (line.GetProperty("text").GetString()!, line.GetProperty("kind").GetString() == "refused");
            case "refused":
                return (line.GetProperty("text").GetString()!, true);
            case "summary":
                Summary = line.GetProperty("outcome").GetString();
                return null;
            default:
                return null;
        }
    }
}
