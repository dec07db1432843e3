using System.Diagnostics;
using MesoPen.Host.Control;
using MesoPen.Tests.Treatment;

namespace MesoPen.Benchmarks;

/// <summary>Whole treatments on virtual time.</summary>
internal static class TreatmentSection
{
    public static string Write(bool quick)
    {
        Table table = new("plan", "shots", "treatment", "computed in, p50", "faster than real time", "allocated");
        foreach (string plan in quick ? ["demo-short"] : new[] { "periocular", "full-face-stamp", "full-face-micro-depots" })
        {
            Run(plan);
            Outcome[] runs = [.. Enumerable.Range(0, quick ? 1 : 5).Select(_ => Run(plan))];
            Percentiles took = new(runs.Select(run => run.Ticks));
            table.Row(
                plan, $"{runs[0].Shots}", $"{Figures.Digits(runs[0].VirtualMs / 1e3)} s", Figures.Us(took.P50Us),
                $"{Figures.Digits(runs[0].VirtualMs * 1e3 / took.P50Us)} ×", $"{Figures.Digits(runs[0].Bytes / 1e6)} MB");
        }

        return $"""
            ## A whole treatment on virtual time

            The tests' own treatment (`tests/MesoPen.Tests/Treatment`), in one thread: the host's control path whole, a line of 115,200 Bd, the device
            with its operator, records in memory, and the oracle that judges the plant's truth every millisecond. The yardstick is real time.

            {table}
            """;
    }

    private static Outcome Run(string plan)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long begun = Stopwatch.GetTimestamp();
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = PlanShelf.Input(plan) });
        treatment.StartHost();
        if (treatment.RunToOutcome(1_200_000) is not TreatmentOutcome.Completed)
        {
            throw new InvalidOperationException($"The treatment of {plan} did not complete.");
        }

        return new Outcome(treatment.Strokes.Count, treatment.Ms, Stopwatch.GetTimestamp() - begun, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private sealed record Outcome(int Shots, long VirtualMs, long Ticks, long Bytes);
}
