using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>Whether the uncertainty that a certificate states is an honest one.</summary>
public sealed class BenchCoverageTests
{
    private const int Runs = 500;

    /// <summary>
    /// Aim: of 500 seeded virtual runs, each with a balance and a thermometer whose own errors are drawn from their certificates, the true error of
    /// a gun with +4.2 % and an evaporation of 0.3 mg/h lies within the stated uncertainty in 95 ± 3 %. Fewer would be a lie, more a budget that hides behind
    /// its width.
    /// </summary>
    [Fact]
    public void The_true_error_lies_within_the_stated_uncertainty_as_often_as_is_stated()
    {
        int within = 0;
        int all = 0;
        for (int seed = 1; seed <= Runs; seed++)
        {
            Random chance = new(seed * 7919);
            double normal = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

            // 40 µg with k = 2, as the balance's certificate in this bench says.
            using ModelRun model = new(new BenchTruth { Seed = seed, BalanceErrorNg = 20_000 * normal }, adjust: AdjustWhen.Never);
            Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
            foreach (VolumePointResult point in model.Evaluate().Series[0].Volume)
            {
                all++;
                within += Math.Abs(point.Stated.Error - (0.042 * point.Stated.Nominal)) <= point.Stated.Uncertainty!.Expanded ? 1 : 0;
            }
        }

        double percent = 100.0 * within / all;
        TestContext.Current.TestOutputHelper?.WriteLine($"{within} of {all}: {percent:0.0} %");
        Assert.InRange(percent, 92, 98);
    }
}
