using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>Planner, due date from drift, dose and syringe.</summary>
public sealed class PlanningTests
{
    // 10 µL on a balance of 0.1 mg.
    private static readonly PlanRequest Request = new(10_000, 100_000, 100_000, 50_000, 1, 1, 0.9545, 2, 15, 5, 0.3, 10, 50, 30);

    [Theory]
    [InlineData(2)] // two weighings are too few to be the quickest, for their Student's t
    [InlineData(10)]
    public void The_plan_keeps_what_it_promises_and_is_the_quickest(int least)
    {
        // Aim: the expected U is at most what was wanted, and nothing else does it in less time.
        PlanRequest request = Request with { LeastWeighings = least };
        CalibrationPlan plan = CalibrationPlanner.Plan(request)!;
        Assert.InRange(plan.ExpectedPercent, 0, 1);
        Assert.Equal(plan.Shots, plan.ShotsPerWeighing * plan.Weighings);
        Assert.Equal(10_000L * plan.Shots, plan.VolumeNl);
        for (int weighings = least; weighings <= 30; weighings++)
        {
            for (int shots = 1; shots <= 50; shots++)
            {
                CalibrationPlan other = CalibrationPlanner.Of(request, shots, weighings);
                Assert.True(other.ExpectedPercent > 1 || other.Minutes >= plan.Minutes - 1e-9, $"{other} beats {plan}");
            }
        }
    }

    [Fact]
    public void One_shot_on_a_coarse_balance_is_as_uncertain_as_its_steps_say()
    {
        // Aim: conventions: 0.1 mg, two readings, one shot of 10 µL: 0.04 mg, 0.8 % with k = 2, from the steps alone.
        PlanRequest steps = Request with { RepeatabilityNg = 0, CalibrationNg = 0, ShotCvPercent = 0, Blanks = 0, EvaporationMgPerHour = 0 };
        Assert.Equal(0.8, CalibrationPlanner.Of(steps, 1, 10).ExpectedPercent, 0.02);
        Assert.Equal(0.16, CalibrationPlanner.Of(steps, 5, 10).ExpectedPercent, 0.004);
    }

    [Fact]
    public void A_better_balance_needs_fewer_shots_and_an_impossible_wish_has_no_plan()
    {
        // Aim: both ends.
        CalibrationPlan fine = CalibrationPlanner.Plan(Request with { ReadabilityNg = 1_000, RepeatabilityNg = 2_000, CalibrationNg = 1_000 })!;
        Assert.True(fine.Shots < CalibrationPlanner.Plan(Request)!.Shots);
        Assert.Null(CalibrationPlanner.Plan(Request with { WantedPercent = 0.001 }));
    }

    [Fact]
    public void What_is_planned_is_what_the_evaluation_then_finds()
    {
        // Aim: planner and evaluation are two formulas: mean U of twenty runs on paper within a fifth of what was planned.
        PlanRequest request = Request with
        {
            ReadabilityNg = 10_000, RepeatabilityNg = 15_000, CalibrationNg = 10_000, ShotCvPercent = 0.4, Blanks = 6,
        };
        PaperBench bench = new() { DosesNl = [10_000] };
        double found = Enumerable.Range(0, 20)
            .Average(seed => CalibrationEvaluation.Of(bench.Weigh(seed), 0).Series[0].Volume[0].Stated.Uncertainty!.Expanded / 100);
        Assert.Equal(1, found / CalibrationPlanner.Of(request, 5, 10).ExpectedPercent, 0.2);
    }

    [Fact]
    public void Drift_names_the_first_day_on_which_the_device_may_be_out()
    {
        // Aim: 1 % a year without scatter but a standard uncertainty of 0.1 %: by hand, the line reaches 3 % less the half width.
        DateOnly first = new(2026, 1, 1);
        ImmutableArray<DriftPoint> history = [.. Enumerable.Range(0, 5).Select(i => new DriftPoint(first.AddDays(365 * i / 4), i * 0.25, 0.1))];
        DriftForecast forecast = DriftPrediction.Of(history, 3, 0.95, first.AddDays(366), 3650)!;
        Assert.Equal(1, forecast.PerYear, 0.01);
        double day = forecast.LeavesOn!.Value.DayNumber - first.DayNumber;
        double middle = history.Average(each => each.Day.DayNumber - first.DayNumber);
        double squares = history.Sum(each => Math.Pow(each.Day.DayNumber - first.DayNumber - middle, 2));
        double Reach(double at) => (at / 365) + (3.182 * 0.1 * Math.Sqrt(1.2 + (Math.Pow(at - middle, 2) / squares)));
        Assert.True(Reach(day) > 3 - 0.01 && Reach(day - 2) < 3 + 0.001, $"day {day}: {Reach(day)}");
    }

    [Fact]
    public void Drift_needs_three_days_and_a_device_that_stays_has_no_day()
    {
        // Aim: two points are always on a line; a steady device does not leave within the horizon.
        DateOnly first = new(2026, 1, 1);
        Assert.Null(DriftPrediction.Of([new(first, 0, 0.1), new(first.AddDays(9), 1, 0.1)], 3, 0.95, first, 100));
        Assert.Null(DriftPrediction.Of([new(first, 0, 0.1), new(first, 1, 0.1), new(first.AddDays(9), 1, 0.1)], 3, 0.95, first, 100));
        ImmutableArray<DriftPoint> steady = [.. Enumerable.Range(0, 6).Select(i => new DriftPoint(first.AddDays(90 * i), i % 2 * 0.1, 0.1))];
        Assert.Null(DriftPrediction.Of(steady, 5, 0.95, first.AddDays(500), 365)!.LeavesOn);
    }

    [Fact]
    public void A_device_that_is_already_out_is_due_today()
    {
        // Aim: the first day that may be named is named.
        DateOnly first = new(2026, 1, 1);
        ImmutableArray<DriftPoint> history = [.. Enumerable.Range(0, 4).Select(i => new DriftPoint(first.AddDays(30 * i), 4, 0.1))];
        Assert.Equal(first.AddDays(91), DriftPrediction.Of(history, 3, 0.95, first.AddDays(91), 100)!.LeavesOn);
    }

    [Fact]
    public void A_dose_whose_travel_was_not_calibrated_is_refused()
    {
        // Aim: 10 µL is 559 µm of a 1 mL syringe (17.9 µL/mm) and 88 µm of a 5 mL one (114 µL/mm): calibrated with the first, the second is
        // refused; at the edge it is not.
        CalibratedRange range = new(10_000, 100_000, 50);
        SyringeTravel same = SyringeTravel.Of(10_000, 17_900, range, 17_900);
        Assert.True(same.IsAllowed);
        Assert.Null(same.Text);
        Assert.Equal(558.7, same.TravelUm, 0.1);
        SyringeTravel wide = SyringeTravel.Of(10_000, 114_000, range, 17_900);
        Assert.False(wide.IsAllowed);
        Assert.StartsWith("One shot moves the plunger by 87.7 µm; the device was found right from 558.7 µm on.", wide.Text, StringComparison.Ordinal);
        Assert.True(SyringeTravel.Of(64_000, 114_000, range, 17_900).IsAllowed);
        Assert.False(SyringeTravel.Of(9_999, 17_900, range, 17_900).IsAllowed);
    }

    [Fact]
    public void The_range_is_the_widest_run_that_passes()
    {
        // Aim: a point that fails in the middle cuts the range; each needle counts.
        PointResult At(double nominal, Verdict verdict) => new(0, nominal, 1, 10, nominal, 0, 0, 0, 0, [], null, null, 1, verdict);
        CalibratedRange range = RangeEvaluation.Of(
            [At(10, Verdict.Pass), At(20, Verdict.Fail), At(30, Verdict.Pass), At(40, Verdict.ConditionalPass), At(50, Verdict.ConditionalFail)])!;
        Assert.Equal((30, 40), (range.Minimum, range.Maximum));
        Assert.Equal((10, 10), (RangeEvaluation.Of([At(10, Verdict.Pass), At(20, Verdict.Pass), At(20, Verdict.Undecided)])!.Minimum, 10));
        Assert.Null(RangeEvaluation.Of([At(10, Verdict.Fail)]));
    }
}
