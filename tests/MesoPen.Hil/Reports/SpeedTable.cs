using System.Globalization;

namespace MesoPen.Hil;

/// <summary>How fast each scenario ran, on one core.</summary>
internal static class SpeedTable
{
    public static void Write(IReadOnlyList<ScenarioRun> runs, TextWriter output)
    {
        output.WriteLine($"{"scenario",-52} {"runs",5} {"treatment",12} {"computed in",12} {"x real time",12}");
        foreach (IGrouping<string, ScenarioRun> group in runs.GroupBy(run => run.Scenario.Id))
        {
            double simulated = group.Sum(run => run.SimulatedMs);
            double took = group.Sum(run => run.Took.TotalMilliseconds);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key,-52} {group.Count(),5} {simulated / 1000,10:0.0} s {took,9:0} ms {simulated / took,12:0}"));
        }
    }
}
