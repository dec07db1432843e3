using System.Diagnostics;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>An engineer waits for a result, and a certificate's check for many.</summary>
public sealed class MetrologySpeedTests
{
    [Fact]
    public void A_cross_check_of_a_hundred_thousand_draws_takes_well_under_a_second()
    {
        // Aim: three points with the whole model of a weighing, each with its draws: the best of three runs, as other work shares the machine.
        CalibrationData data = new PaperBench().Weigh(1);
        TimeSpan best = TimeSpan.MaxValue;
        for (int run = 0; run < 3; run++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            CalibrationResult result = CalibrationEvaluation.Of(data);
            best = watch.Elapsed < best ? watch.Elapsed : best;
            Assert.Equal(Propagation.EnoughDraws, result.Series[0].Volume[0].Stated.Uncertainty!.MonteCarlo!.Draws);
        }

        TestContext.Current.SendDiagnosticMessage($"Three cross-checks of {Propagation.EnoughDraws} draws: {best.TotalMilliseconds:0} ms");
        Assert.True(best < TimeSpan.FromSeconds(3), $"{best}");
    }
}
