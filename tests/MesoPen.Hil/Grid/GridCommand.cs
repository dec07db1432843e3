using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary><c>mesopen-hil grid</c>: every fault at every step of a shot and of the connection, and every byte of the permit frame.</summary>
internal static class GridCommand
{
    private const int FailuresShown = 10;

    public static Command Build(TextWriter output, TextWriter error)
    {
        Option<int> jobs = HilOptions.Jobs();
        Option<string?> only = new("--only") { Description = "Only this fault", HelpName = "NAME" };
        Option<string?> check = new("--check") { Description = "Fail if this page is not what the grid says now", HelpName = "FILE.md" };
        Option<string?> write = new("--write") { Description = "Write the page", HelpName = "FILE.md" };
        Command command = new("grid", "Run every fault at every step. Example: mesopen-hil grid --check docs/safety/grid.md") { jobs, only, check, write };
        command.SetAction(parsed => Run(parsed.GetValue(jobs), parsed.GetValue(only), parsed.GetValue(check), parsed.GetValue(write), output, error));
        return command;
    }

    private static int Run(int jobs, string? only, string? check, string? write, TextWriter output, TextWriter error)
    {
        if (only is not null && FaultCatalogue.Find(only) is null)
        {
            error.WriteLine($"mesopen-hil: --only {only}: there is no such fault; allowed: {string.Join(", ", FaultCatalogue.All.Select(kind => kind.Name))}.");
            return HilExit.BadInput;
        }

        if (only is not null && (check ?? write) is not null)
        {
            error.WriteLine("mesopen-hil: --check and --write are about the whole grid: leave out --only.");
            return HilExit.BadInput;
        }

        if (GridRows.Missing.ToArray() is { Length: > 0 } missing)
        {
            error.WriteLine($"mesopen-hil: faults without a row in the grid: {string.Join(", ", missing)}.");
            return HilExit.Failed;
        }

        long begun = Stopwatch.GetTimestamp();
        IReadOnlyList<GridCell> cells = GridSet.Run(only, jobs);
        GridCell[] failed = [.. cells.Where(cell => cell.Failure is not null)];
        foreach (GridCell cell in failed.Take(FailuresShown))
        {
            error.WriteLine($"FAILED {cell.Row} at {cell.Column} ({cell.Fault}), {cell.AtMs} ms: {cell.Failure}");
            error.WriteLine("  " + string.Join("\n  ", cell.Events));
        }

        foreach (GridCell cell in failed.Skip(FailuresShown))
        {
            error.WriteLine($"FAILED {cell.Row} at {cell.Column} ({cell.Fault}): {cell.Failure}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cells.Count} cells, {cells.Count(cell => cell.Struck)} struck, in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s"));
        bool stale = only is null && !Page(cells, check, write, error);
        output.WriteLine($"{cells.Count - failed.Length} passed, {failed.Length} failed, 0 skipped");
        return failed.Length == 0 && !stale ? HilExit.Passed : HilExit.Failed;
    }

    private static bool Page(IReadOnlyList<GridCell> cells, string? check, string? write, TextWriter error)
    {
        string page = GridPage.Of(cells);
        if (write is not null)
        {
            File.WriteAllText(write, page);
        }

        if (check is null || (File.Exists(check) && File.ReadAllText(check) == page))
        {
            return true;
        }

        error.WriteLine($"{check}: is not what the grid says now: write it anew with mesopen-hil grid --write {check}, and look at what changed.");
        return false;
    }
}
