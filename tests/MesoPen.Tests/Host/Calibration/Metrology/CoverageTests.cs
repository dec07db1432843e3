using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>Whether the stated uncertainty is true: how often it holds the planted error.</summary>
public sealed class CoverageTests
{
    private const int Runs = 500;

    [Theory]
    [InlineData(15_000, 10_000, 10_000, 6)] // a balance of 0.01 mg
    [InlineData(60_000, 100_000, 40_000, 6)] // of 0.1 mg, whose steps hide its noise
    [InlineData(2_000, 1_000, 2_000, 3)] // of 1 µg, with few blanks
    public void The_interval_holds_the_truth_as_often_as_it_says(double noise, long resolution, double calibration, int blanks)
    {
        // Aim: scale +4.2 %, evaporation 0.3 mg/h, noise, a balance and a thermometer that are off within their certificates. 95.45 % asked; the
        // coarse balance may hold more often, never less, as nothing can be known below its steps.
        PaperBench bench = new() { BalanceNoiseNg = noise, ResolutionNg = resolution, BalanceStandardNg = calibration, Blanks = blanks };
        int[] held = new int[bench.DosesNl.Length];
        for (int seed = 0; seed < Runs; seed++)
        {
            foreach (VolumePointResult point in CalibrationEvaluation.Of(bench.Weigh(seed), 0).Series[0].Volume)
            {
                double truth = point.Stated.Nominal * 0.042;
                held[point.Stated.Point] += Math.Abs(point.Stated.Error - truth) <= point.Stated.Uncertainty!.Expanded ? 1 : 0;
            }
        }

        string shares = string.Join(", ", held.Select(each => $"{100.0 * each / Runs:0.0} %"));
        TestContext.Current.SendDiagnosticMessage($"Coverage with a step of {resolution} ng: {shares}");
        Assert.All(held, each => Assert.True(each >= 0.92 * Runs, $"seeds 0 to {Runs - 1}: {shares}"));
        Assert.All(held, each => Assert.True(resolution > noise || each <= 0.98 * Runs, $"seeds 0 to {Runs - 1}: {shares}"));
    }

    [Fact]
    public void The_rate_of_evaporation_holds_the_truth_as_often_as_it_says()
    {
        // Aim: the regression's own interval.
        PaperBench bench = new() { Blanks = 8 };
        int held = 0;
        for (int seed = 0; seed < Runs; seed++)
        {
            Evaporation found = CalibrationEvaluation.Of(bench.Weigh(seed), 0).Series[0].Conditions!.Evaporation!;
            held += Math.Abs(found.MgPerHour - 0.3) <= CoverageFactor.Of(0.9545, found.DegreesOfFreedom) * found.StandardMgPerHour ? 1 : 0;
        }

        Assert.InRange(held, (int)(0.92 * Runs), (int)(0.985 * Runs));
    }

    [Fact]
    public void Both_ways_of_propagation_agree_on_the_bench_s_points()
    {
        // Aim: the cross-check confirms ordinary calibrations; it is seen to deny in UncertaintyBudgetTests.
        CalibrationResult result = CalibrationEvaluation.Of(new PaperBench().Weigh(1));
        Assert.All(result.Series[0].Volume, point => Assert.True(point.Stated.Uncertainty!.MonteCarlo!.Confirms, $"{point.Stated.Uncertainty}"));
    }
}
