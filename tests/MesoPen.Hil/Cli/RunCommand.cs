using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace MesoPen.Hil;

/// <summary><c>mesopen-hil run</c>: scenarios, seeds, levels, reports.</summary>
internal static class RunCommand
{
    private const int FailuresShown = 10;

    public static Command Build(TextWriter output, TextWriter error)
    {
        Argument<string[]> paths = HilOptions.Paths();
        Option<string> profiles = HilOptions.Profiles();
        Option<string> zones = HilOptions.Zones();
        Option<SeedSpan?> seeds = HilOptions.Seeds();
        Option<int> jobs = HilOptions.Jobs();
        Option<string> level = new("--level") { Description = "virtual: virtual time; pty: real processes on pseudo-terminals, in real time", HelpName = "virtual|pty", DefaultValueFactory = _ => "virtual" };
        level.AcceptOnlyFromAmong("virtual", "pty");
        Option<string?> junit = new("--junit") { Description = "Write JUnit XML", HelpName = "FILE" };
        Option<string?> ctrf = new("--ctrf") { Description = "Write CTRF JSON", HelpName = "FILE" };
        Option<string?> summary = new("--summary") { Description = "Write a Markdown summary", HelpName = "FILE.md" };
        Option<bool> speed = new("--speed") { Description = "Say how much faster than real time each scenario ran" };
        Option<bool> shrink = new("--shrink") { Description = "For the first failure, find a shorter scenario that fails in the same way" };
        Command command = new("run", "Run scenarios. Example: mesopen-hil run tests/scenarios --seeds 1-200 --junit results.xml")
        {
            paths, seeds, jobs, level, junit, ctrf, summary, speed, shrink, profiles, zones,
        };
        command.SetAction(parsed =>
        {
            IReadOnlyList<Scenario> scenarios = ScenarioFolder.Read(parsed.GetValue(paths)!, new HardwareFolder(parsed.GetValue(zones)!, parsed.GetValue(profiles)!));
            RunLevel at = parsed.GetValue(level) == "pty" ? RunLevel.Pty : RunLevel.Virtual;
            ReportFiles reports = new(parsed.GetValue(junit), parsed.GetValue(ctrf), parsed.GetValue(summary));
            reports.RequireWritable();
            int JobsOf(ParseResult given) => at == RunLevel.Pty && given.GetResult(jobs) is { Implicit: true } ? PtyRunSet.JobsDefault : given.GetValue(jobs);
            return Run(scenarios, at, parsed.GetValue(seeds), JobsOf(parsed), reports, parsed.GetValue(speed), parsed.GetValue(shrink), output, error);
        });
        return command;
    }

    private static int Run(
        IReadOnlyList<Scenario> scenarios, RunLevel level, SeedSpan? seeds, int jobs, ReportFiles reports, bool speed, bool shrink, TextWriter output, TextWriter error)
    {
        int failures = 0;
        long begun = Stopwatch.GetTimestamp();
        void Done(ScenarioRun run)
        {
            if (!run.Passed && ++failures <= FailuresShown)
            {
                error.WriteLine(RunReport.Of(run));
            }
        }

        IReadOnlyList<ScenarioRun> runs = level == RunLevel.Virtual ? RunSet.OnVirtualTime(scenarios, seeds, jobs, Done) : PtyRunSet.Run(scenarios, seeds, jobs, Done);
        if (failures > FailuresShown)
        {
            error.WriteLine($"{failures - FailuresShown} more failures; the reports have them all.");
        }

        if (runs.Count == 0)
        {
            error.WriteLine($"mesopen-hil: none of the scenarios has the level {RunReport.Word(level)}: nothing was run.");
            return HilExit.BadInput;
        }

        reports.Write(runs);
        if (speed)
        {
            SpeedTable.Write(runs, output);
        }

        if (shrink && runs.FirstOrDefault(run => !run.Passed) is { } failed && level == RunLevel.Virtual)
        {
            output.WriteLine(Shrinking.Of(failed));
        }

        TimeSpan took = Stopwatch.GetElapsedTime(begun);
        long simulated = runs.Sum(run => run.SimulatedMs);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{runs.Select(run => run.Scenario.Id).Distinct().Count()} scenarios, {runs.Count} runs, {simulated / 1000.0:0} s of treatment in {took.TotalSeconds:0.0} s, trace {RunTraces.Of(runs):x16}"));
        output.WriteLine(RunReport.Closing(runs));
        return failures == 0 ? HilExit.Passed : HilExit.Failed;
    }
}
