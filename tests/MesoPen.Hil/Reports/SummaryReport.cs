using System.Globalization;
using System.Text;

namespace MesoPen.Hil;

/// <summary>A Markdown summary: a row a scenario, then each failure with the command that shows it again.</summary>
internal static class SummaryReport
{
    private const int FailuresWhole = 20;

    public static void Write(string path, IReadOnlyList<ScenarioRun> runs) => File.WriteAllText(path, Of(runs));

    public static string Of(IReadOnlyList<ScenarioRun> runs)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"# Scenarios: {RunReport.Closing(runs)}");
        text.AppendLine();
        text.AppendLine("| scenario | level | runs | failed | requirements | hazards |");
        text.AppendLine("| --- | --- | ---: | ---: | --- | --- |");
        foreach (IGrouping<(string Id, RunLevel Level), ScenarioRun> group in runs.GroupBy(run => (run.Scenario.Id, run.Level)))
        {
            Scenario scenario = group.First().Scenario;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {Cell(scenario.Title)} | {RunReport.Word(group.Key.Level)} | {group.Count()} | {group.Count(run => !run.Passed)} | {string.Join(", ", scenario.Requirements)} | {string.Join(", ", scenario.Hazards)} |");
        }

        foreach (ScenarioRun failed in runs.Where(run => !run.Passed).Take(FailuresWhole))
        {
            text.AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"## {Cell(failed.Scenario.Id)}, seed {failed.Seed}");
            text.AppendLine();
            text.AppendLine("```");
            text.AppendLine(RunReport.Of(failed));
            text.AppendLine("```");
        }

        if (runs.Count(run => !run.Passed) is var failures && failures > FailuresWhole)
        {
            text.AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"{failures - FailuresWhole} more failures are in the JUnit and CTRF reports.");
        }

        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
