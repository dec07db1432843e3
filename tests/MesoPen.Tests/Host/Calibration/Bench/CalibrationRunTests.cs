using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using Decision = MesoPen.Host.Clinic.Decision;

namespace MesoPen.Tests;

public sealed class CalibrationRunTests
{
    /// <summary>
    /// Aim: the closed loop finds what was planted. A gun that delivers 4.2 % too much over water that evaporates with 0.3 mg/h: the error that is
    /// stated is the true one within the stated uncertainty, the scale that a second person accepts takes it away, what is left passes, and the
    /// certificate, computed anew from its readings, says the same.
    /// </summary>
    [Fact]
    public void Volume_with_a_planted_error_is_found_adjusted_and_certified()
    {
        using ModelRun model = new(new BenchTruth { Seed = 7 });
        Assert.Equal(BenchOutcome.AwaitsAcceptance, model.Work()!.Outcome);
        CalibrationResult found = model.Evaluate();
        Assert.Equal((Verdict.Fail, Verdict.Fail), (found.Verdict, model.Run.Finding!.Value));
        foreach (VolumePointResult point in found.Series[0].Volume)
        {
            double error = 0.042 * point.Stated.Nominal;
            Assert.InRange(point.Stated.Error, error - (1.5 * point.Stated.Uncertainty!.Expanded), error + (1.5 * point.Stated.Uncertainty.Expanded));
        }

        Evaporation evaporation = found.Series[0].Conditions!.Evaporation!;
        Assert.InRange(evaporation.MgPerHour, 0.3 - (4 * evaporation.StandardMgPerHour), 0.3 + (4 * evaporation.StandardMgPerHour));
        Assert.InRange(model.Run.Proposal!.Scale.PlungerPpm, 955_000, 964_500);

        model.Employ();
        model.Accept();
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
        Assert.Equal(Verdict.Pass, model.Evaluate().Verdict);
        Assert.Equal(model.Run.Proposal.Scale, model.Bench.Scale);
        Assert.Equal((0u, (string?)null), (model.Bench.DueDay, model.Bench.Certificate));

        using SiteKey key = SiteKey.Make();
        CertificateDraft draft = CertificateIssue.DraftOf(model.State, model.Id)!;
        Assert.Equal("not-now", model.Ask(ModelRun.Second, (state, who) => CertificateIssue.Issue(state, model.Id, draft, key, who)).Problem!.Type.Id);
        model.Do(ModelRun.Engineer, (state, who) => CalibrationRules.Sign(state, model.Id, who));
        Assert.Equal(Verdict.Pass, model.Run.Finding);
        Assert.Equal("second-person-needed", model.Ask(ModelRun.Engineer, (state, who) => CertificateIssue.Issue(state, model.Id, draft, key, who)).Problem!.Type.Id);
        string number = model.Do(ModelRun.Second, (state, who) => CertificateIssue.Issue(state, model.Id, draft, key, who));
        IssuedCertificate issued = model.State.Certificates.All[number];
        Assert.Equal(model.Id, issued.CalibrationId);
        Assert.Equal(new DateOnly(2032, 5, 6), issued.DueDay);
    }

    /// <summary>Aim: the play of a drive is found from out and back, is taken up by the device once it is set, and is gone then.</summary>
    [Fact]
    public void Depth_with_planted_play_is_found_and_taken_up()
    {
        using ModelRun model = new(new BenchTruth { PlayUm = 60, OffsetUm = 90, Seed = 3 }, CalibrationKind.Depth);
        Assert.Equal(BenchOutcome.AwaitsAcceptance, model.Work()!.Outcome);
        BacklashResult play = model.Evaluate().Series[0].Backlash[0];
        Assert.InRange(play.BacklashUm, 60 - (2 * play.Uncertainty.Expanded), 60 + (2 * play.Uncertainty.Expanded));
        Assert.InRange(model.Run.Proposal!.Scale.BacklashUm, 55, 65);
        Assert.InRange(model.Run.Proposal.Scale.NeedleOffsetUm, -95, -85);
        model.Employ();
        model.Accept();
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
        CalibrationResult left = model.Evaluate();
        Assert.Equal(Verdict.Pass, left.Verdict);
        Assert.InRange(left.Series[1].Backlash[0].BacklashUm, -5, 5);
    }

    /// <summary>
    /// Aim: power cuts of host, device and instrument at seeded moments change nothing. With no chance in shots and weights the result is the same to
    /// the last digit; each weighing that counts is whole, each is there once, and no volume was told twice to a device that had moved already.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Power_cuts_at_seeded_moments_change_nothing(int seed)
    {
        BenchTruth still = new() { ShotCv = 0, NoiseNg = 0, EvaporationMgPerHour = 0, ReadabilityNg = 1, Seed = seed };
        using ModelRun whole = new(still, adjust: AdjustWhen.Never);
        Assert.Equal(BenchOutcome.Ended, whole.Work()!.Outcome);

        using ModelRun cut = new(still, adjust: AdjustWhen.Never);
        Random chance = new(seed);
        BenchEnd? end = null;
        int cuts = 0;
        for (; end is null; cuts++)
        {
            Assert.True(cuts < 200, "It does not come to an end.");
            switch (chance.Next(3))
            {
                case 1:
                    cut.Bench.CutDevice();
                    break;
                case 2:
                    cut.Bench.CutInstrument();
                    break;
            }

            end = cut.Work(cuts < 60 ? TimeSpan.FromMilliseconds(1000 + chance.Next(150_000)) : null);
        }

        Assert.True(cuts > 8, $"Only {cuts} cuts.");
        Assert.Equal(BenchOutcome.Ended, end.Outcome);
        CalibrationSeries one = whole.Run.Series[0];
        CalibrationSeries other = cut.Run.Series[0];
        Assert.Equal(one.Weighings.Select(each => (each.Point, each.Replicate, each.Shots)), other.Weighings.Select(each => (each.Point, each.Replicate, each.Shots)));
        Assert.All(one.Weighings.Zip(other.Weighings), pair => Assert.InRange(
            (pair.First.AfterNg - pair.First.BeforeNg) - (pair.Second.AfterNg - pair.Second.BeforeNg), -2, 2));
        Assert.All(other.Weighings, each => Assert.Equal(each.CommandedNl, each.ReportedNl));
        // A weight is known to a nanogram here, which is a thousandth of a nanolitre.
        Assert.All(
            whole.Evaluate().Series[0].Volume.Zip(cut.Evaluate().Series[0].Volume),
            pair => Assert.Equal(pair.First.Stated.Mean, pair.Second.Stated.Mean, 0.005));
    }

    /// <summary>
    /// Aim: a balance whose cable is out between two weights has another zero after it, which no plausible weight tells: that weighing is made anew, and the
    /// result is the same to the last digit.
    /// </summary>
    [Fact]
    public void A_balance_that_was_away_between_two_weights_voids_the_weighing()
    {
        BenchTruth still = new() { ShotCv = 0, NoiseNg = 0, EvaporationMgPerHour = 0, ReadabilityNg = 1, Seed = 3 };
        using ModelRun whole = new(still, adjust: AdjustWhen.Never);
        Assert.Equal(BenchOutcome.Ended, whole.Work()!.Outcome);
        using ModelRun cut = new(still, adjust: AdjustWhen.Never);
        int cuts = 0;
        using ITimer cable = cut.Time.Loop.CreateTimer(
            _ =>
            {
                cuts++;
                cut.Bench.CutInstrument();
            },
            null, TimeSpan.FromSeconds(150), TimeSpan.FromSeconds(211));
        Assert.Equal(BenchOutcome.Ended, cut.Work()!.Outcome);
        Assert.InRange(cuts, 3, 1000);
        Assert.Equal(whole.Run.Series[0].Weighings.Length, cut.Run.Series[0].Weighings.Length);
        Assert.All(whole.Run.Series[0].Weighings.Zip(cut.Run.Series[0].Weighings), pair => Assert.InRange(
            (pair.First.AfterNg - pair.First.BeforeNg) - (pair.Second.AfterNg - pair.Second.BeforeNg), -2, 2));
    }

    /// <summary>
    /// Aim: a needle that went home while it was measured, by silence or a cut of device or host, leaves no reading: each sweep that counts is whole and there
    /// once, the play is what was planted, and nothing is proposed to a device that is right.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_needle_that_went_home_meanwhile_is_measured_anew(int seed)
    {
        using ModelRun model = new(new BenchTruth { PlayUm = 40, Seed = seed }, CalibrationKind.Depth, AdjustWhen.Never);
        Random chance = new(seed);
        BenchEnd? end = null;
        for (int lost = 0; end is null; lost++)
        {
            Assert.True(lost < 200, "It does not come to an end.");
            end = model.Work(lost < 25 ? TimeSpan.FromMilliseconds(1000 + chance.Next(60_000)) : null);
            switch (chance.Next(3))
            {
                case 1:
                    model.Bench.CutDevice();
                    break;
                case 2:
                    model.Bench.LoseNeedle();
                    break;
            }
        }

        Assert.Equal(BenchOutcome.Ended, end.Outcome);
        GaugeReading[] read = [.. model.Run.Series[0].Gauge];
        Assert.Equal(read.Length, read.DistinctBy(each => (each.Point, each.Replicate, each.Needle, each.Direction)).Count());
        BacklashResult play = model.Evaluate().Series[0].Backlash[0];
        Assert.InRange(play.BacklashUm, 40 - (2 * play.Uncertainty.Expanded), 40 + (2 * play.Uncertainty.Expanded));
        Assert.All(read, each => Assert.InRange(each.GaugeNm, (each.TargetUm * 1000) - 100_000, (each.TargetUm * 1000) + 100_000));
    }

    /// <summary>Aim: silence in mid-sweep, while the bench works on: the sweep begins anew, and five in a row let the bench rest with the reason.</summary>
    [Fact]
    public void Silence_in_a_sweep_voids_it_and_the_fifth_lets_the_bench_rest()
    {
        using ModelRun model = new(new BenchTruth { Seed = 4 }, CalibrationKind.Depth, AdjustWhen.Never);
        using ITimer silence = model.Time.Loop.CreateTimer(_ => model.Bench.LoseNeedle(), null, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20));
        BenchEnd end = model.Work()!;
        Assert.Equal(BenchOutcome.Away, end.Outcome);
        Assert.Contains("5 measurements in a row", end.Sentence, StringComparison.Ordinal);
        Assert.True(model.Run.IsOpen);
        silence.Dispose();
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
        Assert.All(model.Run.Series[0].Gauge, each => Assert.InRange(each.GaugeNm, (each.TargetUm * 1000) - 100_000, (each.TargetUm * 1000) + 100_000));
    }

    /// <summary>Aim: another device, or another adjustment than at the last step, is measured no further; the bench rests and says which.</summary>
    [Fact]
    public void Another_device_or_another_adjustment_is_not_measured_on()
    {
        using ModelRun model = new(new BenchTruth { Seed = 6 }, adjust: AdjustWhen.Never);
        model.Work(TimeSpan.FromMinutes(4));
        int before = model.Run.Series[0].Weighings.Length;
        model.Bench.Serial = "MODEL-2";
        BenchEnd end = model.Work()!;
        Assert.Equal(BenchOutcome.Faulted, end.Outcome);
        Assert.Contains("This is device MODEL-2: connect MODEL-1", end.Sentence, StringComparison.Ordinal);
        model.Bench.Serial = "MODEL-1";
        model.Bench.AdjustElsewhere(DeviceScale.Nominal with { PlungerPpm = 990_000 });
        end = model.Work()!;
        Assert.Equal(BenchOutcome.Faulted, end.Outcome);
        Assert.Contains("another adjustment", end.Sentence, StringComparison.Ordinal);
        Assert.Equal(before, model.Run.Series[0].Weighings.Length);
        model.Bench.AdjustElsewhere(DeviceScale.Nominal);
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
    }

    /// <summary>Aim: a value that was not at rest is no reading, whatever it says.</summary>
    [Fact]
    public void A_value_that_was_not_at_rest_is_refused()
    {
        using ModelRun model = new(new BenchTruth { Seed = 6 }, adjust: AdjustWhen.Never);
        model.Bench.Shakes = true;
        BenchEnd end = model.Work()!;
        Assert.Equal(BenchOutcome.Aborted, end.Outcome);
        Assert.Empty(model.Run.Series[0].Weighings);
    }

    /// <summary>Aim: the line is filled and the tip wetted before the first weighing, by five of the largest shots, and none of it is weighed.</summary>
    [Fact]
    public void The_line_is_filled_before_anything_is_weighed()
    {
        using ModelRun model = new(new BenchTruth { Scale = 1, ShotCv = 0, Seed = 6 }, adjust: AdjustWhen.Never);
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
        long weighed = model.Run.Series[0].Weighings.Sum(each => each.CommandedNl);
        Assert.Equal(weighed + (5 * 100_000), model.Bench.DeliveredNl, 1.0);
    }

    /// <summary>Aim: what cannot be stated is not authorised: one needle of five was measured.</summary>
    [Fact]
    public void No_certificate_comes_of_one_needle_of_five()
    {
        using ModelRun model = new(new BenchTruth { Seed = 5 }, CalibrationKind.Depth, AdjustWhen.Never);
        model.Employ();
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
        model.Do(ModelRun.Engineer, (state, who) => CalibrationRules.Sign(state, model.Id, who));
        using SiteKey key = SiteKey.Make();
        CertificateDraft draft = CertificateIssue.DraftOf(model.State, model.Id)!;
        Problem refused = model.Ask(ModelRun.Second, (state, who) => CertificateIssue.Issue(state, model.Id, draft, key, who)).Problem!;
        Assert.Contains("needle", refused.Detail, StringComparison.Ordinal);
    }

    /// <summary>Aim: whoever answered the bench measured too: accepts no adjustment and authorises no certificate.</summary>
    [Fact]
    public void Whoever_answered_the_bench_is_no_second_person()
    {
        using ModelRun model = new(new BenchTruth { Seed = 7 });
        model.Employ();
        Assert.Equal(BenchOutcome.AwaitsAcceptance, model.Work()!.Outcome);
        model.Do(ModelRun.Engineer, (state, who) => CalibrationRules.Handle(state, model.Id, who));
        Assert.Empty(model.Run.Hands);
        model.Do(ModelRun.Second, (state, who) => CalibrationRules.Handle(state, model.Id, who));
        model.Do(ModelRun.Second, (state, who) => CalibrationRules.Handle(state, model.Id, who));
        Assert.Equal(["ben"], model.Run.Hands);
        Assert.Equal("second-person-needed", model.Ask(ModelRun.Second, (state, who) => CalibrationRules.AcceptAdjustment(state, model.Id, who)).Problem!.Type.Id);
        model.Do(ModelRun.Engineer, (state, who) => CalibrationRules.DeclineAdjustment(state, model.Id, "later", who));
        model.Work();
        model.Do(ModelRun.Engineer, (state, who) => CalibrationRules.Sign(state, model.Id, who));
        Assert.Equal("second-person-needed", Assert.IsType<Problem>(CalibrationRules.MayIssue(model.State, model.Id, ModelRun.Second)).Type.Id);
        Assert.Equal(Verdict.Fail, model.Run.Finding);
    }

    /// <summary>Aim: a touched vessel is seen, refused and weighed anew; three times in a row end the calibration with one sentence.</summary>
    [Fact]
    public void An_impossible_weight_is_refused_and_the_third_in_a_row_ends_it()
    {
        using ModelRun model = new(new BenchTruth { Seed = 2 }, adjust: AdjustWhen.Never);
        model.Work(TimeSpan.FromMinutes(4));
        model.Bench.TouchNg = 2e9;
        model.Work(TimeSpan.FromMinutes(5));
        Assert.NotEmpty(model.Run.Refusals);
        Assert.Equal(0, model.Run.RefusedInARow);
        Assert.True(model.Run.IsOpen);

        model.Bench.ThrowsNg = 2e9;
        BenchEnd end = model.Work()!;
        Assert.Equal(BenchOutcome.Aborted, end.Outcome);
        Assert.Contains("3 readings in a row", end.Sentence, StringComparison.Ordinal);
        Assert.False(model.Run.IsOpen);
    }

    /// <summary>Aim: a plunger that another program has moved since the device was switched on is found, and nothing of that is weighed.</summary>
    [Fact]
    public void A_plunger_that_was_moved_elsewhere_is_found()
    {
        using ModelRun model = new(new BenchTruth { Seed = 2 }, adjust: AdjustWhen.Never);
        model.Bench.MoveElsewhere(123_456);
        model.Work(TimeSpan.FromMinutes(3));
        model.Bench.MoveElsewhere(700);
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
        Assert.Empty(model.Run.Refusals);
        Assert.Empty(model.Hand.Asked);
    }

    /// <summary>Aim: a cartridge that runs low stops nothing but the work: it is filled, and the work goes on.</summary>
    [Fact]
    public void An_empty_cartridge_is_asked_for_and_the_work_goes_on()
    {
        using ModelRun model = new(new BenchTruth { Seed = 2 }, adjust: AdjustWhen.Never, points: [new CalibrationPoint(100_000, 9000, "model", 10, 8)]);
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
        Assert.Contains(model.Hand.Asked, sentence => sentence.Contains("cartridge", StringComparison.Ordinal));
        Assert.Equal(10, model.Run.Series[0].Weighings.Count(each => each.Shots == 8));
    }

    /// <summary>Aim: taking an adjustment back gives the device all that it held before: scale, due day and certificate.</summary>
    [Fact]
    public void Revert_gives_the_device_what_it_held_before()
    {
        using ModelRun model = new(new BenchTruth { Seed = 5 });
        model.Work();
        model.Employ();
        model.Accept();
        model.Work();
        Assert.NotEqual(DeviceScale.Nominal, model.Bench.Scale);
        model.Do(ModelRun.Engineer, (state, who) => CalibrationRules.Revert(state, model.Id, "wrong balance", who));
        Assert.Equal(CalibrationPhase.Reverting, model.Run.Phase);
        model.Work();
        Assert.Equal((DeviceScale.Nominal, 20_000u), (model.Bench.Scale, model.Bench.DueDay));
        Assert.Equal("not-now", model.Ask(ModelRun.Engineer, (state, who) => CalibrationRules.MayIssue(state, model.Id, who) is { } problem ? problem : Decision.Accept("")).Problem!.Type.Id);
    }

    /// <summary>Aim: who may not accept an adjustment: the one who measured, a clinician, somebody without a fresh password.</summary>
    [Fact]
    public void Accepting_an_adjustment_takes_a_second_engineer_and_a_password()
    {
        using ModelRun model = new(new BenchTruth { Seed = 5 });
        model.Work();
        model.Employ();
        Assert.Equal("second-person-needed", Refused(ModelRun.Engineer));
        Assert.Equal("second-person-needed", Refused(ModelRun.Second with { Roles = Role.Clinician }));
        Assert.Equal("fresh-sign-in-needed", Refused(ModelRun.Second with { Fresh = false }));
        Assert.Equal(CalibrationPhase.AwaitingAcceptance, model.Run.Phase);

        string Refused(Actor who) => model.Ask(who, (state, actor) => CalibrationRules.AcceptAdjustment(state, model.Id, actor)).Problem!.Type.Id;
    }
}
