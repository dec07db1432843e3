using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Encodings.Web;
using MesoPen.Host.Diagnostics;
using MesoPen.Host.Input;
using MesoPen.Host.Records;

namespace MesoPen.Host.Cli;

/// <summary>Where verbs write and what time it is.</summary>
/// <param name="Output">What was asked for.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Clock">The time.</param>
internal sealed record CliContext(TextWriter Output, TextWriter Error, TimeProvider Clock)
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The computer that verbs look at.</summary>
    public SystemView View { get; init; } = SystemView.Local;

    /// <summary>Where answers are read from; null for the terminal or standard input.</summary>
    public TextReader? Input { get; init; }

    /// <summary>Runs a verb: bad input becomes one sentence and exit code 2.</summary>
    public int Guard(ParseResult parsed, Option<bool> json, Func<int> verb)
    {
        try
        {
            return verb();
        }
        catch (Exception refused) when (refused is InputException or RecordStoreException)
        {
            return BadInput(parsed.GetValue(json), refused.Message);
        }
    }

    /// <inheritdoc cref="Guard" />
    public async Task<int> GuardAsync(ParseResult parsed, Option<bool> json, Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (Exception refused) when (refused is InputException or RecordStoreException)
        {
            return BadInput(parsed.GetValue(json), refused.Message);
        }
    }

    /// <summary>Says what is wrong with what was handed in.</summary>
    public int BadInput(bool json, string sentence)
    {
        Error.WriteLine(sentence);
        if (json)
        {
            Json(new JsonObject { ["type"] = "error", ["exit"] = ExitCode.BadInput, ["message"] = sentence });
        }

        return ExitCode.BadInput;
    }

    /// <summary>One JSON object on a line of its own.</summary>
    public void Json(JsonObject line) => Output.WriteLine(line.ToJsonString(OneLine));
}
