using MesoPen.Host.Control;
using MesoPen.Tests.Treatment;
using MesoPen.Simulator;

namespace MesoPen.Benchmarks;

/// <summary>Whole treatments on virtual time.</summary>
internal static class TreatmentSection
{
    /// <summary>Times real time, of each full-face treatment in ordinary weather.</summary>
    private const double AimTimes = 2000;

    /// <summary>
    /// Treatments that go before the measured ones: the runtime compiles a method well after it was called often, and counts on while new ones
    /// come. A soak of thousands runs in that state.
    /// </summary>
    private const int WarmUps = 300;

    private const int Measured = 100;

    private static readonly string[] Plans = ["periocular", "full-face-stamp", "full-face-micro-depots"];

    public static string Write(bool quick)
    {
        string[] plans = quick ? ["demo-short"] : Plans;
        Table table = new("plan", "weather", "shots", "treatment", "computed in, p50", "best", "faster than real time, p50", "best", "allocated");
        double slowest = double.MaxValue;
        for (int seed = 1; seed <= (quick ? 1 : WarmUps); seed++)
        {
            // Every plan in both weathers by turns: the branches that bad frames take are warmed up with the rest.
            Run(plans[seed % plans.Length], seed / plans.Length % 2 == 0 ? LinkWeather.Clear : LinkWeather.Ordinary, seed);
        }

        foreach (string plan in plans)
        {
            foreach ((string name, LinkWeather weather) in new[] { ("clear", LinkWeather.Clear), ("ordinary", LinkWeather.Ordinary) })
            {
                Outcome[] runs = [.. Enumerable.Range(1, quick ? 1 : Measured).Select(seed => Run(plan, weather, seed))];
                double times = Median(runs.Select(run => run.Times));
                table.Row(
                    plan, name, $"{runs[0].Shots}", $"{Figures.Digits(Median(runs.Select(run => run.VirtualMs / 1e3)))} s",
                    Figures.Us(Median(runs.Select(run => run.ProcessorUs))), Figures.Us(runs.Min(run => run.ProcessorUs)),
                    $"{Figures.Digits(times)} ×", $"{Figures.Digits(runs.Max(run => run.Times))} ×", $"{Figures.Digits(runs[0].Bytes / 1e6)} MB");
                slowest = name == "ordinary" && (quick || plan.StartsWith("full-face", StringComparison.Ordinal)) ? Math.Min(slowest, times) : slowest;
            }
        }

        return $"""
            ## A whole treatment on virtual time

            `VirtualTreatment` (`tests/MesoPen.Hil/Rig`), in one thread on one core: the host's control path whole, a line of 115,200 Bd, the device
            with its operator, records in memory, a hash over every byte, and the oracle that judges the plant's truth every millisecond. No
            millisecond is skipped. Ordinary weather is `LinkWeather.Ordinary`:
            {Ordinary()}.
            Each row is seeds 1 to {Measured}, after {WarmUps} treatments that warmed the process up. Durations are the process's processor time,
            its collector and compiler included: what one core gives, whatever else waits for it. The yardstick is real time.

            {table}
            {Aim.Line(
                $"full-face treatments in ordinary weather at 2,000 × real time or better on one core; the slower of them runs at {Figures.Digits(slowest)} ×",
                slowest >= AimTimes,
                "Where two threads share a core's units, or other work its caches, the best is nearer to what a core does.")}
            """;
    }

    private static string Ordinary()
    {
        LinkWeather weather = LinkWeather.Ordinary;
        return $"of a thousand frames {weather.LossPermille} lost, {weather.FlipPermille} spoilt, {weather.ReorderPermille} overtaken, "
            + $"{weather.DuplicatePermille} doubled, {weather.ReplayPermille} come again late, all up to {weather.DelayMsMax} ms late";
    }

    private static Outcome Run(string plan, LinkWeather weather, int seed)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan begun = Environment.CpuUsage.TotalTime;
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = PlanShelf.Input(plan), Weather = weather, Seed = seed });
        treatment.StartHost();
        if (treatment.RunToOutcome(1_200_000) is not TreatmentOutcome.Completed)
        {
            throw new InvalidOperationException($"The treatment of {plan} with seed {seed} did not complete.");
        }

        double us = (Environment.CpuUsage.TotalTime - begun).TotalMicroseconds;
        return new Outcome(treatment.Strokes.Count, treatment.Ms, us, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private sealed record Outcome(int Shots, long VirtualMs, double ProcessorUs, long Bytes)
    {
        public double Times => VirtualMs * 1e3 / ProcessorUs;
    }
}
