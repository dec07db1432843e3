using System.Globalization;

namespace MesoPen.Benchmarks;

/// <summary>
/// docs/performance.md: how it is measured, then a section for each measurement, which says when, where and under what load it was taken.
/// A section that is measured anew takes the place of the old one; the others stay as they are.
/// </summary>
internal sealed class PerformancePage
{
    private const string Heading = "## ";
    private readonly bool _quick;
    private readonly List<string> _sections;

    /// <param name="before">The page as it is; empty if there is none.</param>
    /// <param name="quick">Whether the figures are good for nothing.</param>
    public PerformancePage(string before, bool quick)
    {
        _quick = quick;
        _sections = [.. ("\n" + before).Split("\n" + Heading).Skip(1).Select(section => Heading + section.TrimEnd())];
    }

    /// <summary>Measures, and puts the section where the old one of that heading stood, or at the end.</summary>
    public void Add(Func<string> measure)
    {
        double load = Machine.Load();
        DateTimeOffset begun = TimeProvider.System.GetUtcNow();
        string section = measure().TrimEnd();
        double after = Machine.Load();
        TimeSpan took = TimeProvider.System.GetUtcNow() - begun;
        string heading = section[..section.IndexOf('\n')];
        string standing = Machine.Standing() is { Length: > 0 } place ? $", at {place}" : "";
        string when = string.Create(CultureInfo.InvariantCulture, $"""
            *Measured {begun:yyyy-MM-dd HH:mm} UTC in {took.TotalMinutes:F1} minutes{standing}; {Machine.Processor}, {Machine.Cores} cores, {Machine.MemoryGib:F0} GiB; {Machine.System};
            {Machine.Runtime}; load {load:F1} before, {after:F1} after. {(load > 1 || after > Machine.Cores + 1 ? "Other work shared cores and memory; the slow ends show it most." : "The machine did little else.")}*
            """);
        string written = $"{heading}\n\n{when}\n\n{section[heading.Length..].TrimStart()}";
        int old = _sections.FindIndex(each => each.StartsWith(heading + "\n", StringComparison.Ordinal));
        if (old < 0)
        {
            _sections.Add(written);
        }
        else
        {
            _sections[old] = written;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        # Performance

        Written by `./bench.sh`; do not edit. `./bench.sh NAME` measures one section anew; `./bench.sh --quick` shows in minutes that everything runs and
        writes elsewhere.
        {(_quick ? "\n**A quick run: these figures are good for nothing.**\n" : "")}
        - Load: processes that wanted a core, mean of a minute. The measurements themselves keep one to two cores busy.
        - Operations of nanoseconds: BenchmarkDotNet 0.14, short run (5 warm-ups and 7 iterations of 250 ms, in one process). Mean and
          deviation are of the iterations, *best* is the fastest one. Disk and lines: every duration is kept, percentiles are of all of them.
        - Each baseline was measured in the same run.

        {string.Join("\n\n", _sections)}

        """);
}
