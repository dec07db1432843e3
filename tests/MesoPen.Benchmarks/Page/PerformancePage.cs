using System.Globalization;
using System.Text;

namespace MesoPen.Benchmarks;

/// <summary>docs/performance.md: where, when and how, then a section for each measurement.</summary>
internal sealed class PerformancePage(bool quick)
{
    private readonly double _loadBefore = Machine.Load();
    private readonly string _standing = Machine.Standing();
    private readonly DateTimeOffset _begun = TimeProvider.System.GetUtcNow();
    private readonly StringBuilder _sections = new();

    public void Add(string section) => _sections.Append(section.TrimEnd()).Append("\n\n");

    public override string ToString()
    {
        double after = Machine.Load();
        TimeSpan took = TimeProvider.System.GetUtcNow() - _begun;
        string head = string.Create(CultureInfo.InvariantCulture, $"""
            # Performance

            Written by `./bench.sh`; do not edit. `./bench.sh --quick` shows in two minutes that everything runs and writes elsewhere.
            {(quick ? "\n**A quick run: these figures are good for nothing.**\n" : "")}
            - Date: {_begun:yyyy-MM-dd HH:mm} UTC, {took.TotalMinutes:F1} minutes
            - Machine: {Machine.Processor}, {Machine.Cores} cores, {Machine.MemoryGib:F0} GiB; {Machine.System}
            - Load (processes that wanted a core, mean of a minute): {_loadBefore:F1} before, {after:F1} after. {Shared(after)}
            - {Machine.Runtime}
            - Operations of nanoseconds: BenchmarkDotNet 0.14, short run (5 warm-ups and 7 iterations of 250 ms, in one process). Mean and
              deviation are of the iterations, *best* is the fastest one. Disk and lines: every duration is kept, percentiles are of all of them.
            - Each baseline was measured in the same run.


            """);
        return head + _sections.ToString().TrimEnd() + "\n";
    }

    /// <summary>What the load means for the figures. The measurements themselves keep one to two cores busy.</summary>
    private string Shared(double after)
    {
        bool shared = _loadBefore > 1 || after > Machine.Cores + 1;
        string standing = _standing.Length > 0 ? $" This process ran at {_standing}." : "";
        return (shared ? "Other work shared\n  the cores and the memory meanwhile; the slow ends show it most." : "The machine did little else.") + standing;
    }
}
