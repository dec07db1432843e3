using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;

namespace MesoPen.Tests;

public sealed class CalibrationRulesTests
{
    private static readonly MesoPen.Host.Input.DeviceProfile s_gun = HardwareCatalogue.Load(HardwareCatalogue.ZonesBesideProgram, HardwareCatalogue.ProfilesBesideProgram).Profiles["gun-5"];

    /// <summary>Aim: a bench does one calibration at a time.</summary>
    [Fact]
    public void A_second_calibration_at_a_station_is_refused()
    {
        using ModelRun model = new(new BenchTruth());
        Assert.Equal("calibration-running", Begin(model, model.Run.Begun with { CalibrationId = "K-2" }));
    }

    /// <summary>Aim: a reference past its due day blocks the beginning, one that is not named is missed, one that is unknown is named.</summary>
    [Theory]
    [InlineData("B-1", "reference-past-due")]
    [InlineData("T-1", "reference-past-due")]
    public void A_reference_past_its_due_day_blocks_the_beginning(string late, string problem)
    {
        using ModelRun model = new(new BenchTruth());
        model.Do(ModelRun.Engineer, (state, who) => CalibrationRules.Abort(state, model.Id, "test", who));
        ReferenceInstrument reference = ModelRun.References.First(each => each.ReferenceId == late) with { DueDay = new DateOnly(2031, 5, 5) };
        model.Do(ModelRun.Engineer, (state, who) => ReferenceRules.Save(state, reference, who));
        Assert.Equal(problem, Begin(model, model.Run.Begun with { CalibrationId = "K-2" }));
        model.Do(ModelRun.Engineer, (state, who) => ReferenceRules.Save(state, reference with { DueDay = new DateOnly(2031, 5, 6) }, who));
        Assert.Null(Begin(model, model.Run.Begun with { CalibrationId = "K-2" }));
    }

    /// <summary>Aim: what a result cannot do without is asked for.</summary>
    [Fact]
    public void A_calibration_without_a_balance_or_a_tolerance_is_refused()
    {
        using ModelRun model = new(new BenchTruth());
        model.Do(ModelRun.Engineer, (state, who) => CalibrationRules.Abort(state, model.Id, "test", who));
        CalibrationBegun begun = model.Run.Begun with { CalibrationId = "K-2" };
        Assert.Equal("invalid", Begin(model, begun, "T-1", "P-1", "H-1"));
        Assert.Equal("invalid", Begin(model, begun, "nobody"));
        CalibrationSetup setup = begun.Setup;
        Assert.Equal("invalid", Begin(model, begun with { Setup = setup with { Points = [setup.Points[0] with { ToleranceSource = "" }] } }));
        Assert.Equal("invalid", Begin(model, begun with { Setup = setup with { MonthsValid = 0 } }));
        Assert.Equal("invalid", Begin(model, begun with { Setup = setup with { Points = [setup.Points[0], setup.Points[0]] } }));
    }

    /// <summary>Aim: a step that does not fit what was recorded is not written: an end with work left, a weight without a beginning, another scale.</summary>
    [Fact]
    public void Steps_that_do_not_fit_are_refused()
    {
        using ModelRun model = new(new BenchTruth());
        Assert.Equal("not-now", Take(model, new CalibrationEnded("s", model.Id, 1)));
        Assert.Equal("not-now", Take(model, new CalibrationWeighed("s", model.Id, SeriesKind.AsFound, new WeighingReading(0, 0, 1, 1, 1, 0, 0, 1, 1))));
        Assert.Equal("not-now", Take(model, new CalibrationScaleSet("s", model.Id, DeviceScale.Nominal)));
        Assert.Equal("not-now", Take(model, new CalibrationAdjustmentProposed("s", model.Id, new ProposedAdjustment(DeviceScale.Nominal, DeviceScale.Nominal, "", ""))));
        Assert.Equal("unknown", Take(model, new CalibrationEnded("s", "K-9", 1)));
        model.Do(ModelRun.Engineer, (state, who) => CalibrationRules.Abort(state, model.Id, "test", who));
        Assert.Equal("not-now", Take(model, new CalibrationEnvironmentTaken("s", model.Id, new EnvironmentReading(1, 20_000, 20_000, 101_325, 500, "typed"))));
    }

    /// <summary>Aim: the rule of what can be: wide enough for any device that can be adjusted, narrow enough for a touched vessel.</summary>
    [Theory]
    [InlineData(10_000, 0, 9_980_000, true)]
    [InlineData(10_000, 0, 14_900_000, true)]
    [InlineData(10_000, 0, 15_100_000, false)]
    [InlineData(10_000, 0, 4_900_000, false)]
    [InlineData(10_000, 5_000, 4_000, false)]
    [InlineData(0, 0, -1_900_000, true)]
    [InlineData(0, 0, 2_100_000, false)]
    public void A_weight_is_held_against_what_can_be(long commandedNl, long beforeNg, long afterNg, bool possible) =>
        Assert.Equal(possible, ReadingChecks.Weighing(commandedNl, beforeNg, afterNg) is null);

    /// <summary>Aim: a needle that stayed at home is found at every depth, and a misread manometer or room is asked for again.</summary>
    [Fact]
    public void A_needle_at_home_a_misread_manometer_and_a_misread_room_are_found()
    {
        Assert.All(new long[] { 250, 600, 1000, 3000 }, target => Assert.NotNull(ReadingChecks.Gauge(5_000, target, 6_000)));
        Assert.All(new long[] { 250, 600, 1000, 3000 }, target => Assert.Null(ReadingChecks.Gauge(5_000, target, (target * 1000) - 90_000)));
        Assert.Null(ReadingChecks.Gauge(5_000, 0, 6_000));
        Assert.NotNull(ReadingChecks.Pressure(1200, 12_530));
        Assert.NotNull(ReadingChecks.Pressure(1200, 1_900_000));
        Assert.Null(ReadingChecks.Pressure(1200, 700_000));
        EnvironmentReading room = new(0, 20_100, 21_000, 101_325, 450, "typed");
        Assert.Null(ReadingChecks.Room(room, room with { PressurePa = 99_000, WaterMilliC = 22_000 }));
        Assert.NotNull(ReadingChecks.Room(room, room with { PressurePa = 76_000 }));
        Assert.NotNull(ReadingChecks.Room(room, room with { AirMilliC = 2_100 }));
    }

    /// <summary>Aim: nothing is begun that the device cannot do, that is judged more mildly than it is used, or that a cartridge does not hold.</summary>
    [Theory]
    [InlineData(CalibrationKind.Volume, 20_000, null, 2, true)]
    [InlineData(CalibrationKind.Volume, 20_000, 100L, 2, true)]
    [InlineData(CalibrationKind.Volume, 200_000, null, 2, false)]
    [InlineData(CalibrationKind.Volume, 3_000, null, 2, false)]
    [InlineData(CalibrationKind.Volume, long.MaxValue, null, 2, false)]
    [InlineData(CalibrationKind.Volume, 20_000, 1_000_000L, 2, false)]
    [InlineData(CalibrationKind.Volume, 50_000, null, 1000, false)]
    [InlineData(CalibrationKind.Depth, 1_000, null, null, true)]
    [InlineData(CalibrationKind.Depth, 60_000, null, null, false)]
    [InlineData(CalibrationKind.Depth, 1_000, 900L, null, false)]
    [InlineData(CalibrationKind.Occlusion, 1_200, 120L, null, true)]
    [InlineData(CalibrationKind.Occlusion, 1_200, 1_201L, null, false)]
    [InlineData(CalibrationKind.Occlusion, 5_000, 120L, null, false)]
    public void Points_are_held_against_the_device(CalibrationKind kind, long nominal, long? tolerance, int? shots, bool possible)
    {
        BeginCalibration asked = new(kind, "gun", null, [], "own", "here", "in use", 12, [new PointAsked(nominal, tolerance, tolerance is null ? null : "test", null, shots)]);
        Assert.Equal(possible, CalibrationSetups.Beyond(asked, s_gun) is null);
        Assert.NotNull(CalibrationSetups.Beyond(asked with { Kind = CalibrationKind.Depth, Points = null, Needles = 9 }, s_gun));
        Assert.Null(CalibrationSetups.Beyond(asked with { Kind = CalibrationKind.Depth, Points = null, Needles = 5 }, s_gun));
        Assert.Equal(5, CalibrationSetups.BenchOf(asked, "gun", null, new HeldScale(DeviceScale.Nominal, 0, null), 5).Needles);
    }

    /// <summary>Aim: a clock that was set back makes no reference due again: nothing begins.</summary>
    [Fact]
    public void A_clock_behind_the_records_begins_nothing()
    {
        using ModelRun model = new(new BenchTruth());
        model.Do(ModelRun.Engineer, (state, who) => CalibrationRules.Abort(state, model.Id, "test", who));
        ClinicState state = model.State;
        Problem? Asked(TimeSpan off) => CalibrationRules.Begin(
            state, model.Run.Begun with { CalibrationId = "K-2" }, [.. ModelRun.References.Select(each => each.ReferenceId)],
            ModelRun.Engineer with { Now = state.LastAt + off }).Problem;
        Assert.Null(Asked(TimeSpan.Zero));
        Assert.Equal("clock-behind", Asked(TimeSpan.FromDays(-7))?.Type.Id);
    }

    /// <summary>Aim: room and water as people write them.</summary>
    [Theory]
    [InlineData("water=20.1,air=21,pressure=1013.25,humidity=45", true)]
    [InlineData("water=20.1, air=21, pressure=1013.25", false)]
    [InlineData("water=20.1,air=21,pressure=101325,humidity=45", false)]
    [InlineData("water=20,1;air=21", false)]
    public void Environment_is_read_as_it_is_written(string text, bool right)
    {
        EnvironmentReading? reading = EnvironmentText.Read(text, DateTimeOffset.UnixEpoch, "typed", out string wrong);
        Assert.Equal(right, reading is not null);
        Assert.Equal(right, wrong.Length == 0);
        if (right)
        {
            Assert.Equal(new EnvironmentReading(0, 20_100, 21_000, 101_325, 450, "typed"), reading);
        }
    }

    private static string? Begin(ModelRun model, CalibrationBegun begun, params string[] references) => model.Ask(ModelRun.Engineer, (state, who) => CalibrationRules.Begin(
        state, begun, references.Length > 0 ? [.. references] : [.. ModelRun.References.Select(each => each.ReferenceId)], who)).Problem?.Type.Id;

    private static string? Take(ModelRun model, CalibrationEvent happened) =>
        model.Ask(ModelRun.Engineer, (state, _) => CalibrationRules.Take(state, happened)).Problem?.Type.Id;
}
