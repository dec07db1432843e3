using System.Text.Json;

namespace MesoPen.Hil;

/// <summary>CTRF JSON (Common Test Report Format): a test a run.</summary>
internal static class CtrfReport
{
    public static void Write(string path, IReadOnlyList<ScenarioRun> runs)
    {
        using FileStream file = File.Create(path);
        using Utf8JsonWriter json = new(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("reportFormat", "CTRF");
        json.WriteString("specVersion", "0.0.0");
        json.WriteStartObject("results");
        json.WriteStartObject("tool");
        json.WriteString("name", "mesopen-hil");
        json.WriteEndObject();
        json.WriteStartObject("summary");
        json.WriteNumber("tests", runs.Count);
        json.WriteNumber("passed", runs.Count(run => run.Passed));
        json.WriteNumber("failed", runs.Count(run => !run.Passed));
        json.WriteNumber("pending", 0);
        json.WriteNumber("skipped", 0);
        json.WriteNumber("other", 0);
        // A call's beginning says nothing about the runs, which have a time of their own: both are 0, as the format lets one say.
        json.WriteNumber("start", 0);
        json.WriteNumber("stop", 0);
        json.WriteEndObject();
        json.WriteStartArray("tests");
        foreach (ScenarioRun run in runs)
        {
            Test(json, run);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Test(Utf8JsonWriter json, ScenarioRun run)
    {
        json.WriteStartObject();
        json.WriteString("name", $"{run.Scenario.Title} [{RunReport.Word(run.Level)}, seed {run.Seed}]");
        json.WriteString("status", run.Passed ? "passed" : "failed");
        json.WriteNumber("duration", (long)run.Took.TotalMilliseconds);
        json.WriteString("suite", run.Scenario.Id);
        json.WriteString("filePath", run.Scenario.Path);
        json.WriteStartArray("tags");
        foreach (string tag in run.Scenario.Requirements.Concat(run.Scenario.Hazards).Append(RunReport.Word(run.Level)))
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();
        if (run.Failure is { } failure)
        {
            json.WriteString("message", failure.Sentence);
            json.WriteString("trace", RunReport.Of(run));
        }

        json.WriteStartObject("extra");
        json.WriteNumber("seed", run.Seed);
        json.WriteNumber("simulated_ms", run.SimulatedMs);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
