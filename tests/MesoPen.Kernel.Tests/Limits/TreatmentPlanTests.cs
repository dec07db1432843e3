using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Limits;

public sealed class TreatmentPlanTests
{
    private static readonly ZonePlan Zone = Plans.Cheek();

    // What each kind reads of the plan of one cheek: 8 points of 20 µL, 1.5 mm at 45°, every 100 ms; 50 µL of prime.
    private static readonly Dictionary<LimitKind, long> Asked = new()
    {
        [LimitKind.TissueDepthMax] = 1061,
        [LimitKind.TissueDepthMin] = 1061,
        [LimitKind.NeedleLengthMax] = 1500,
        [LimitKind.NeedleLengthMin] = 1500,
        [LimitKind.DoseMax] = 20_000,
        [LimitKind.DoseMin] = 20_000,
        [LimitKind.DoseStep] = 20_000,
        [LimitKind.ZoneVolumeMax] = 160_000,
        [LimitKind.ZoneShotsMax] = 8,
        [LimitKind.SessionVolumeMax] = 160_000,
        [LimitKind.ProductVolumeMax] = 160_000,
        [LimitKind.ShotIntervalMin] = 100,
        [LimitKind.PrimeMax] = 50_000,
    };

    public static TheoryData<LimitKind> Kinds => [.. Asked.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Requirement", "SR-020")]
    [Trait("Requirement", "SR-023")]
    public void Plan_at_a_limit_passes_and_one_beyond_is_refused_with_what_was_asked(LimitKind kind)
    {
        // Aim: every kind is looked at, with the right value of the plan, and its bound is not off by one.
        long asked = Asked[kind];
        TreatmentPlan plan = Plans.Plan(Zone);
        long beyond = kind.ToString().EndsWith("Max", StringComparison.Ordinal) ? asked - 1 : asked + 1;
        Assert.Empty(plan.Check(new LimitSet([Plans.Limit(kind, asked)])));
        Refusal refusal = Assert.Single(plan.Check(new LimitSet([Plans.Limit(kind, beyond)])));
        Assert.Equal(asked, refusal.Asked);
        bool whole = kind is LimitKind.SessionVolumeMax or LimitKind.ProductVolumeMax or LimitKind.PrimeMax;
        Assert.Equal(whole ? null : "cheek.left", refusal.Zone);
    }

    [Fact]
    public void Sticks_are_not_a_plans_matter()
    {
        // Aim: the only kind that no plan is checked for is counted shot by shot, because a needle head can be changed.
        Assert.Equal([LimitKind.NeedleSticksMax], Enum.GetValues<LimitKind>().Except(Asked.Keys));
        Assert.Empty(Plans.Plan(Zone).Check(new LimitSet([Plans.Limit(LimitKind.NeedleSticksMax, 1)])));
    }

    [Fact]
    public void Every_refusal_is_told_not_only_the_first()
    {
        // Aim: a person mends a plan once.
        TreatmentPlan plan = Plans.Plan(Zone, Plans.Brow());
        LimitSet limits = new([Plans.Limit(LimitKind.DoseMax, 10_000), Plans.Limit(LimitKind.SessionVolumeMax, 279_999)]);
        Assert.Equal(["cheek.left", "forehead", null], plan.Check(limits).Select(refusal => refusal.Zone));
    }

    public static TheoryData<ZonePlan> Unsound =>
    [
        Zone with { Tag = 0 },
        Zone with { Points = -1 },
        Zone with { Points = 100_001 },
        Zone with { NeedleLength = new Depth(0) },
        Zone with { AngleDeg = 0 },
        Zone with { AngleDeg = 91 },
        Zone with { Dose = new Volume(0) },
        Zone with { Dose = new Volume(100_000_001) },
        Zone with { MinIntervalMs = -1 },
        Zone with { MinIntervalMs = 65_536 },
        Zone with { Trigger = (ShotTrigger)9 },
        Plans.Brow() with { Tag = 1 },
        Plans.Brow() with { Zone = "cheek.left" },
    ];

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Plan_that_cannot_be_carried_out_makes_no_session(ZonePlan zone)
    {
        // Aim: what would divide by zero, overflow or confuse two zones later is refused before anything is connected.
        TreatmentPlan plan = Plans.Plan(zone.Tag == 1 && zone.Zone == "forehead" || zone.Tag == 2 ? [Zone, zone] : [zone]);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new Session(plan, new LimitSet([]), Plans.Options()));
        Assert.Contains("plan-7", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "SR-027")]
    public void Largest_sound_plan_does_not_overflow()
    {
        // Aim: the bounds of a sound plan are small enough for every sum of the kernel.
        ZonePlan most = Zone with { Points = 100_000, Dose = new Volume(100_000_000), NeedleLength = new Depth(int.MaxValue) };
        ZonePlan[] zones = [.. Enumerable.Range(1, 1000).Select(i => most with { Tag = (ushort)i, Zone = "z" + i })];
        Session session = new(Plans.Plan(zones), new LimitSet([]), Plans.Options());
        Assert.Equal(SessionState.Disconnected, session.State);
        Assert.Empty(Plans.Plan(zones).Check(new LimitSet([Plans.Limit(LimitKind.SessionVolumeMax, long.MaxValue)])));
    }

    [Fact]
    public void Window_of_no_shots_makes_no_session()
    {
        // Aim: a window that allows nothing would arm and never fire.
        Assert.Throws<ArgumentOutOfRangeException>(() => new Session(Plans.Plan(), new LimitSet([]), Plans.Options(window: 0)));
    }

    [Fact]
    public void Find_gives_the_zone_of_a_tag()
    {
        // Aim: tags on the wire lead back to zones.
        TreatmentPlan plan = Plans.Plan();
        Assert.Equal("forehead", plan.Find(2)!.Zone);
        Assert.Null(plan.Find(3));
    }
}
