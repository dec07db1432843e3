using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

public sealed class FirmwareBenchTests
{
    /// <summary>
    /// Aim: the closed loop on the real firmware and its protocol: +4.2 % is found, the accepted scale goes to the gun without day and certificate, what is
    /// left passes. Meanwhile the gun loses its power in the middle of weighings, and nothing of it shows.
    /// </summary>
    [Fact]
    public void A_gun_that_loses_its_power_is_calibrated_all_the_same()
    {
        GunOnBench? gun = null;
        using ModelRun model = new(new BenchTruth(), points: [Dose(50_000, 1000), Dose(100_000, 2000)], other: time =>
        {
            gun = new GunOnBench(time, 1.042);
            return (gun.Device, gun, "SIM-0001");
        });
        using GunOnBench bench = gun!;
        Random chance = new(11);
        BenchEnd? end = null;
        int cuts = 0;
        while (end is null)
        {
            end = model.Work(cuts < 6 ? TimeSpan.FromMilliseconds(15_000 + chance.Next(30_000)) : null);
            if (end is null)
            {
                bench.Gun.CutPower(500);
                cuts++;
            }
        }

        Assert.InRange(cuts, 3, 6);
        Assert.Equal(BenchOutcome.AwaitsAcceptance, end.Outcome);
        PointResult found = model.Evaluate().Series[0].Volume[1].Stated;
        Assert.InRange(found.Error, 4200 - (2 * found.Uncertainty!.Expanded) - 200, 4200 + (2 * found.Uncertainty.Expanded) + 200);
        Assert.Equal(3, model.Run.Series[0].Weighings.Count(each => each.Point == 1));

        model.Employ();
        model.Accept();
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
        Assert.Equal(Verdict.Pass, model.Evaluate().Verdict);
        Assert.Empty(model.Run.Refusals);
    }

    /// <summary>
    /// Aim: an empty line is filled before its way out is closed, or its air would hide the pressure; each try against the closed way out then ends in the
    /// gun's own fault, is read, and is cleared; a way out that was left open is no try.
    /// </summary>
    [Fact]
    public void The_pressure_at_which_a_gun_finds_its_way_out_closed_is_read()
    {
        GunOnBench? gun = null;
        using ModelRun model = new(new BenchTruth(), CalibrationKind.Occlusion, AdjustWhen.Never, [new CalibrationPoint(1200, 120, "model", 3, 1)], time =>
        {
            gun = new GunOnBench(time, 1);
            return (gun.Device, gun, "SIM-0001");
        });
        using GunOnBench bench = gun!;
        int closed = 0;
        model.Hand.Value = 1_203_000;
        model.Hand.Does = sentence =>
        {
            // The second time it is forgotten.
            if (sentence.Contains("close the way out", StringComparison.Ordinal))
            {
                bench.Gun.Plant.Defects.Occluded = ++closed != 2;
            }
            else if (sentence.Contains("Open the way out", StringComparison.Ordinal))
            {
                bench.Gun.Plant.Defects.Occluded = false;
            }
        };
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
        Assert.Contains("line is filled first", model.Hand.Asked[0], StringComparison.Ordinal);
        Assert.Equal(4, closed);
        Assert.Single(model.Run.Refusals);
        Assert.Equal([1_203_000L, 1_203_000L, 1_203_000L], model.Run.Series[0].Occlusions.Select(each => each.DetectedPa));
        Assert.Equal(1203, model.Evaluate().Series[0].Occlusion[0].Stated.Mean, 1e-9);
    }

    private static CalibrationPoint Dose(long nl, long tolerance) => new(nl, tolerance, "model", 3, 1);
}
