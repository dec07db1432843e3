using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

/// <summary>The range that a device was calibrated in, as a limit like the others.</summary>
[Trait("Requirement", "SR-194")]
public sealed class CalibratedRangeTests
{
    private static readonly Limit Most = new(LimitKind.DoseMax, null, 19_000, LimitSource.Calibration, "certificate C-1 of S-1", "9f86d081884c");

    private const string Sentence =
        "Dose per shot in zone cheek.left: 20 µL asked, at most 19 µL allowed by the calibrated range (certificate C-1 of S-1; version 9f86d081884c). "
        + "Choose 19 µL or less.";

    [Fact]
    public void Plan_beyond_the_calibrated_range_is_refused_with_the_certificate_named()
    {
        // Aim: refused when it is told and when somebody arms; never made smaller.
        Bench bench = Ready();
        bench.Do(new SessionEvent.Calibrated(bench.Now, [Most]));
        Assert.Contains(Sentence, bench.Notices);
        Assert.Equal(["a plan within all limits"], bench.Session.ArmBlockers(Plans.Cheek(), bench.Now));
        bench.Do(new SessionEvent.Arm(bench.Now, 1));
        Assert.Empty(bench.Granted);
        Assert.Equal(Plans.DoseNl, bench.Plan.Zones[0].Dose.Nl);
    }

    [Fact]
    public void Nobody_is_told_to_give_more_than_was_meant()
    {
        // Aim: the remedy of a lower bound of calibration is a calibration, not a larger dose; that of other lower bounds stays.
        Limit least = new(LimitKind.DoseMin, null, 30_000, LimitSource.Calibration, "certificate C-1 of S-1", "1");
        Assert.Equal("Have the device calibrated there, or use another one.", least.Remedy);
        Assert.Equal("Choose 30 µL or more.", (least with { Source = LimitSource.DeviceCaps }).Remedy);
    }

    [Fact]
    public void Range_told_while_a_zone_is_armed_beyond_it_pauses_the_zone()
    {
        // Aim: a certificate that turns out to speak of less ends the permit, with the limit named.
        Bench bench = Ready();
        bench.Arm();
        bench.Do(new SessionEvent.Calibrated(bench.Now, [Most]));
        Assert.Equal(SessionState.Paused, bench.Session.State);
        Assert.Contains(bench.Effects, effect => effect is Effect.Revoke { PermitId: > 0 });
        Assert.Contains(bench.Records, record => record is SessionRecord.Decision { What: "paused", Text: Sentence });
    }

    [Fact]
    public void Range_that_holds_the_plan_changes_nothing_and_stays_over_a_reconnect()
    {
        // Aim: limits of the certificate beside the device's caps, after the device was gone too; told again, it writes nothing.
        Bench bench = Ready(Plans.Limit(LimitKind.DoseMin, 1, source: LimitSource.DeviceCaps));
        bench.Do(new SessionEvent.Calibrated(bench.Now, [Most with { Value = 20_000 }]));
        int records = bench.Records.Count;
        bench.Do(new SessionEvent.Calibrated(bench.Now, [Most with { Value = 20_000 }]));
        Assert.Equal(records, bench.Records.Count);
        Assert.Empty(bench.Session.ArmBlockers(Plans.Cheek(), bench.Now));
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The cable is out."));
        Assert.Equal(1, bench.Session.Limits.Effective(LimitKind.DoseMin, null)!.Value);
        bench.Do(new SessionEvent.Connecting(bench.Now));
        bench.Do(new SessionEvent.Identified(bench.Now, bench.Identity, bench.Device.Status()));
        Assert.Equal(20_000, bench.Session.Limits.Effective(LimitKind.DoseMax, null)!.Value);
        Assert.Equal(1, bench.Session.Limits.Effective(LimitKind.DoseMin, null)!.Value);
    }

    [Fact]
    public void Range_told_anew_takes_the_place_of_the_one_before()
    {
        // Aim: a wider certificate is not held back by the narrower one that it follows.
        Bench bench = Ready();
        bench.Do(new SessionEvent.Calibrated(bench.Now, [Most]));
        bench.Do(new SessionEvent.Calibrated(bench.Now, [Most with { Value = 50_000 }]));
        Assert.Empty(bench.Session.ArmBlockers(Plans.Cheek(), bench.Now));
        bench.Do(new SessionEvent.Calibrated(bench.Now, []));
        Assert.Null(bench.Session.Limits.Effective(LimitKind.DoseMax, null));
    }

    private static Bench Ready(params Limit[] caps)
    {
        Bench bench = new();
        bench.Identity = bench.Identity with { Caps = caps };
        bench.Connect();
        bench.Do(new SessionEvent.Prime(bench.Now));
        bench.Settle();
        bench.Do(new SessionEvent.Confirm(bench.Now, Readiness.All, "Ada"));
        Assert.Equal(SessionState.Ready, bench.Session.State);
        return bench;
    }
}
