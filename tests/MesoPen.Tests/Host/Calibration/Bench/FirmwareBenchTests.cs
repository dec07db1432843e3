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
        for (int cut = 0; cut < 6; cut++)
        {
            // The host is cut too: the bench begins anew each time, with another connection.
            Assert.Null(model.Work(TimeSpan.FromMilliseconds(140_000 + chance.Next(20_000))));
            bench.Gun.CutPower(500);
        }

        Assert.Equal(BenchOutcome.AwaitsAcceptance, model.Work()!.Outcome);
        PointResult found = model.Evaluate().Series[0].Volume[1].Stated;
        Assert.InRange(found.Error, 4200 - (2 * found.Uncertainty!.Expanded) - 200, 4200 + (2 * found.Uncertainty.Expanded) + 200);
        Assert.Equal(3, model.Run.Series[0].Weighings.Count(each => each.Point == 1));

        model.Employ();
        model.Accept();
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
        Assert.Equal(Verdict.Pass, model.Evaluate().Verdict);
        Assert.Empty(model.Run.Refusals);
    }

    private static CalibrationPoint Dose(long nl, long tolerance) => new(nl, tolerance, "model", 3, 1);
}
