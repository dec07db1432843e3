using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Input;

namespace MesoPen.Tests;

public sealed class ShotPlansTests
{
    private const long DoseNl = 50_000;
    private static readonly ImmutableArray<string> s_references = ["B-1"];

    /// <summary>Aim: time and water are those of the readings that are asked for, not of the usual ten.</summary>
    [Fact]
    public void A_plan_is_of_the_weighings_that_are_asked_for()
    {
        using ModelRun model = new(new BenchTruth());
        (CalibrationsState state, DeviceProfile profile) = (model.State.Calibrations, PatientBench.Hardware.Profiles["gun-5"]);
        CalibrationPlan usual = ShotPlans.Of(state, s_references, profile, DoseNl)!;
        CalibrationPlan few = ShotPlans.Of(state, s_references, profile, DoseNl, 3)!;
        Assert.Equal((10, 3), (usual.Weighings, few.Weighings));
        Assert.Equal(DoseNl * few.ShotsPerWeighing * 3, few.VolumeNl);
        Assert.Equal(few.ShotsPerWeighing, ShotPlans.For(state, s_references, profile, [new PointAsked(DoseNl, Replicates: 3)])(DoseNl));
        Assert.Equal(usual.ShotsPerWeighing, ShotPlans.For(state, s_references, profile, null)(DoseNl));

        CalibrationPlan asked = ShotPlans.Expected(state, s_references, profile, new CalibrationPoint(DoseNl, 1000, "test", 3, 2))!;
        Assert.Equal((2, 3, DoseNl * 6), (asked.ShotsPerWeighing, asked.Weighings, asked.VolumeNl));
        CalibrationPlan more = ShotPlans.Expected(state, s_references, profile, new CalibrationPoint(DoseNl, 1000, "test", 20, 2))!;
        Assert.True(more.Minutes > asked.Minutes);
    }

    /// <summary>Aim: what no rule takes is not planned, and ends in no defect.</summary>
    [Theory]
    [InlineData(DoseNl, 0, 1)]
    [InlineData(DoseNl, 101, 1)]
    [InlineData(DoseNl, 3, 0)]
    [InlineData(long.MaxValue, 3, 1)]
    [InlineData(0, 3, 1)]
    public void What_no_rule_takes_has_no_plan(long doseNl, int weighings, int shots)
    {
        using ModelRun model = new(new BenchTruth());
        Assert.Null(ShotPlans.Expected(
            model.State.Calibrations, s_references, PatientBench.Hardware.Profiles["gun-5"], new CalibrationPoint(doseNl, 1000, "test", weighings, shots)));
    }
}
