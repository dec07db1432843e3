using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>What speaks against a certificate is said, and nothing throws.</summary>
public sealed class ObjectionsTests
{
    private static readonly CalibrationData Good = new PaperBench { Scale = 1 }.Weigh(1);

    [Fact]
    public void A_good_calibration_is_not_objected_to()
    {
        // Aim: the others fail for their own reason alone. A control chart may rightly complain of one in some runs: it does not block.
        CalibrationResult result = CalibrationEvaluation.Of(Good);
        Assert.DoesNotContain(result.Objections, each => each.Blocks);
        Assert.True(result.MayBeIssued);
        Assert.Equal(CalibrationEvaluation.Method, result.Method);
    }

    [Fact]
    public void A_reference_past_its_due_day_blocks()
    {
        // Aim: the day of the last step counts; on the due day itself it may still be used.
        DateOnly day = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(Good.EndedAtUnixMs).UtcDateTime);
        Assert.False(Blocked(With(Good, each => each with { DueDay = day }), ObjectionKind.ReferencePastDue));
        CalibrationData late = With(Good, each => each.Role == "balance" ? each with { DueDay = day.AddDays(-1) } : each);
        Assert.True(Blocked(late, ObjectionKind.ReferencePastDue));
    }

    [Theory]
    [InlineData("balance", true)]
    [InlineData("thermometer", true)]
    [InlineData("barometer", false)]
    [InlineData("hygrometer", false)]
    public void A_missing_reference_is_said(string role, bool blocks)
    {
        // Aim: what decides a volume blocks; what only corrects the air is said.
        CalibrationData data = Good with { Setup = Good.Setup with { References = [.. Good.Setup.References.Where(each => each.Role != role)] } };
        Objection objection = Assert.Single(CalibrationEvaluation.Of(data, 0).Objections, each => each.Kind == ObjectionKind.ReferenceMissing);
        Assert.Equal((role, blocks), (objection.Subject, objection.Blocks));
    }

    [Fact]
    public void Environment_blanks_and_readings_that_are_missing_block()
    {
        // Aim: each of them by itself; without any reading of the room there is no volume at all.
        Assert.True(Blocked(Good with { Environment = [Good.Environment[0]] }, ObjectionKind.EnvironmentMissing));
        Assert.True(Blocked(Good with { Environment = [] }, ObjectionKind.EnvironmentMissing));
        Assert.Equal(Verdict.Undecided, CalibrationEvaluation.Of(Good with { Environment = [] }, 0).Verdict);
        Assert.True(Blocked(Where(Good, each => each.Point >= 0), ObjectionKind.BlankMissing));
        Assert.True(Blocked(Where(Good, each => each.Point >= 0 || each.Replicate == 0), ObjectionKind.BlankMissing));
        Assert.True(Blocked(Where(Good, each => each.Point != 1 || each.Replicate != 4), ObjectionKind.ReadingsMissing));
    }

    [Fact]
    public void Readings_that_cannot_be_block_and_do_not_count()
    {
        // Aim: a point that does not exist, a clock that ran back, a reading taken twice, a blank with shots.
        WeighingReading some = Good.Series[0].Weighings[^1];
        int count = CalibrationEvaluation.Of(Good, 0).Series[0].Volume.Sum(each => each.Stated.Count);
        foreach (WeighingReading wrong in new[]
        {
            some with { Point = 3 }, some with { Replicate = 77, AfterAtUnixMs = some.BeforeAtUnixMs - 1 }, some,
            some with { Point = -1, Replicate = 77 }, some with { Replicate = 77, Shots = 0 },
        })
        {
            CalibrationData data = Good with { Series = [Good.Series[0] with { Weighings = Good.Series[0].Weighings.Add(wrong) }] };
            Assert.True(Blocked(data, ObjectionKind.ReadingImpossible), $"{wrong}");
            Assert.Equal(count, CalibrationEvaluation.Of(data, 0).Series[0].Volume.Sum(each => each.Stated.Count));
        }
    }

    [Fact]
    public void A_room_outside_of_the_formulas_and_water_that_warms_are_said()
    {
        // Aim: air beyond its range is said, water beyond its range blocks, half a degree of change is said.
        Assert.True(Said(Room(Good, each => each with { PressurePa = 75_000 }), ObjectionKind.EnvironmentOutOfRange));
        Assert.False(Blocked(Room(Good, each => each with { PressurePa = 75_000 }), ObjectionKind.EnvironmentOutOfRange));
        Assert.True(Blocked(Room(Good, each => each with { WaterMilliC = 40_001 }), ObjectionKind.EnvironmentOutOfRange));
        EnvironmentReading first = Good.Environment[0];
        CalibrationData warming = Good with { Environment = [first, Good.Environment[1] with { WaterMilliC = first.WaterMilliC + 600 }] };
        Assert.True(Said(warming, ObjectionKind.TemperatureUnsteady));
        Assert.False(Said(Good, ObjectionKind.TemperatureUnsteady));
    }

    [Fact]
    public void Readings_that_jump_on_the_way_are_said()
    {
        // Aim: the seventh weighing of a point far off: the chart sees it.
        ImmutableArray<WeighingReading> jumped =
        [
            .. Good.Series[0].Weighings.Select(each =>
                each is { Point: 1, Replicate: 6 } ? each with { AfterNg = each.AfterNg + 30_000_000 } : each),
        ];
        CalibrationData data = Good with { Series = [Good.Series[0] with { Weighings = jumped }] };
        ImmutableArray<Objection> objections = CalibrationEvaluation.Of(data, 0).Objections;
        Assert.Contains(objections, each => each is { Kind: ObjectionKind.OutOfControl, Subject: "as found, point 2" });
    }

    [Fact]
    public void Nothing_at_all_is_undecided()
    {
        // Aim: an empty calibration, of each kind, and one whose arrays were never filled.
        foreach (CalibrationKind kind in Enum.GetValues<CalibrationKind>())
        {
            CalibrationResult none = CalibrationEvaluation.Of(Good with { Kind = kind, Series = [] });
            Assert.Equal((Verdict.Undecided, true), (none.Verdict, none.Range is null));
            CalibrationSeries unfilled = new(SeriesKind.AsFound, DeviceScale.Nominal, default, default, default);
            CalibrationResult empty = CalibrationEvaluation.Of(Good with { Kind = kind, Environment = default, Series = [unfilled] });
            Assert.Equal(Verdict.Undecided, empty.Verdict);
            Assert.False(empty.MayBeIssued);
        }
    }

    private static bool Blocked(CalibrationData data, ObjectionKind kind) =>
        CalibrationEvaluation.Of(data, 0) is var result && result.Objections.Any(each => each.Kind == kind && each.Blocks) && !result.MayBeIssued;

    private static bool Said(CalibrationData data, ObjectionKind kind) => CalibrationEvaluation.Of(data, 0).Objections.Any(each => each.Kind == kind);

    private static CalibrationData With(CalibrationData data, Func<ReferenceInstrument, ReferenceInstrument> change) =>
        data with { Setup = data.Setup with { References = [.. data.Setup.References.Select(change)] } };

    private static CalibrationData Where(CalibrationData data, Func<WeighingReading, bool> keep) =>
        data with { Series = [data.Series[0] with { Weighings = [.. data.Series[0].Weighings.Where(keep)] }] };

    private static CalibrationData Room(CalibrationData data, Func<EnvironmentReading, EnvironmentReading> change) =>
        data with { Environment = [.. data.Environment.Select(change)] };
}
