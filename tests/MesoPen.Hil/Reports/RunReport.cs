using System.Globalization;
using System.Text;

namespace MesoPen.Hil;

/// <summary>What a person reads of runs on a terminal.</summary>
internal static class RunReport
{
    /// <summary>How many of the last events a failure shows.</summary>
    public const int EventsShown = 50;

    /// <summary>A failure, whole.</summary>
    public static string Of(ScenarioRun run)
    {
        RunFailure failure = run.Failure!;
        StringBuilder text = new();
        string place = failure.Line > 0 ? $"{run.Scenario.Path}:{failure.Line}" : run.Scenario.Path;
        text.AppendLine(CultureInfo.InvariantCulture, $"FAILED {run.Scenario.Id}, seed {run.Seed}, {Word(run.Level)}: {failure.Kind} at {failure.AtMs} ms");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {place}: {failure.Sentence}");
        if (failure.Events.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  The last {failure.Events.Count} events:");
            foreach (string happened in failure.Events)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {happened}");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"  Again: {failure.Reproduce}");
        return text.ToString();
    }

    /// <summary>The closing line that CI systems know.</summary>
    public static string Closing(IReadOnlyCollection<ScenarioRun> runs) =>
        string.Create(CultureInfo.InvariantCulture, $"{runs.Count(run => run.Passed)} passed, {runs.Count(run => !run.Passed)} failed, 0 skipped");

    /// <summary>A level as it is written everywhere.</summary>
    public static string Word(RunLevel level) => level == RunLevel.Pty ? "pty" : "virtual";
}
