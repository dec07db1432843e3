using System.Globalization;
using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;

namespace MesoPen.Host.Cli;

/// <summary>What the bench says to a terminal or a pipe while it works.</summary>
/// <param name="context">Where to write.</param>
/// <param name="json">As lines of JSON.</param>
internal sealed class BenchTalk(CliContext context, bool json)
{
    private string _last = "";
    private string? _notice;

    /// <summary>Says a sentence.</summary>
    public void Say(string sentence)
    {
        if (json)
        {
            Json(new JsonObject { ["type"] = "notice", ["text"] = sentence });
        }
        else
        {
            context.Output.WriteLine(sentence);
        }
    }

    /// <summary>Says a line of JSON.</summary>
    public void Json(JsonObject line)
    {
        context.Json(line);
        context.Output.Flush();
    }

    /// <summary>Says where the bench is, each task once.</summary>
    public void Show(BenchProgress progress)
    {
        if (progress.Notice is not null && progress.Notice != _notice)
        {
            Say(progress.Notice);
        }

        _notice = progress.Notice;
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"[{progress.Done}/{progress.Total}] {progress.Phase}: {progress.Doing}{(progress.SecondsLeft is { } left and > 0 ? $", about {TimeSpan.FromSeconds(left):h\\:mm\\:ss} left" : "")}");
        string key = $"{progress.Phase}{progress.Done}{progress.Doing}";
        if (key == _last)
        {
            return;
        }

        _last = key;
        if (json)
        {
            Json(new JsonObject
            {
                ["type"] = "progress", ["phase"] = progress.Phase.ToString(), ["doing"] = progress.Doing, ["done"] = progress.Done, ["total"] = progress.Total,
                ["seconds_left"] = progress.SecondsLeft,
            });
        }
        else
        {
            context.Output.WriteLine(line);
        }
    }
}
