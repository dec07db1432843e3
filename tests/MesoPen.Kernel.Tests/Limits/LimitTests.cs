namespace MesoPen.Kernel.Tests.Limits;

public sealed class LimitTests
{
    public static TheoryData<LimitKind> Kinds => [.. Enum.GetValues<LimitKind>()];

    public static TheoryData<LimitSource> Sources => [.. Enum.GetValues<LimitSource>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Requirement", "SR-020")]
    public void Value_at_the_bound_is_allowed_and_one_beyond_is_not(LimitKind kind)
    {
        // Aim: off by one at no bound, on the right side of each. The side is read from the name of the kind, not from the kernel.
        Limit limit = new(kind, null, 1000, LimitSource.Zone, "zones.yaml", "3");
        string name = kind.ToString();
        Assert.True(limit.Allows(1000));
        Assert.Equal(!name.EndsWith("Max", StringComparison.Ordinal) && !name.EndsWith("Step", StringComparison.Ordinal), limit.Allows(1001));
        Assert.Equal(name.EndsWith("Max", StringComparison.Ordinal), limit.Allows(999));
        Assert.Equal(!name.EndsWith("Max", StringComparison.Ordinal), limit.Allows(2000));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    [Trait("Requirement", "SR-022")]
    public void Tightest_limit_wins_from_whatever_source_and_in_whatever_order(LimitSource source)
    {
        // Aim: no source has a privilege. Every kind, the tight one first and last.
        foreach (LimitKind kind in Enum.GetValues<LimitKind>())
        {
            bool most = kind.ToString().EndsWith("Max", StringComparison.Ordinal);
            Limit tight = new(kind, null, most ? 900 : 2000, source, "tight", "1");
            Limit[] loose = [.. Enum.GetValues<LimitSource>().Select(each => new Limit(kind, null, 1000, each, "loose", "1"))];
            Assert.Same(tight, new LimitSet([tight, .. loose]).Effective(kind, "hand.left"));
            Assert.Same(tight, new LimitSet([.. loose, tight]).Effective(kind, "hand.left"));
            Assert.Same(tight, new LimitSet(loose).With([tight]).Effective(kind, "hand.left"));
            Assert.Same(loose[0], new LimitSet(loose).Effective(kind, "hand.left"));
        }
    }

    [Fact]
    [Trait("Requirement", "SR-022")]
    public void Limit_of_a_zone_holds_there_and_nowhere_else()
    {
        // Aim: a forehead's depth does not bound the scalp, and a limit without a zone bounds all.
        LimitSet limits = new(
        [
            new Limit(LimitKind.TissueDepthMax, "forehead", 800, LimitSource.Zone, "a", "1"),
            new Limit(LimitKind.TissueDepthMax, null, 2000, LimitSource.SitePolicy, "b", "1"),
        ]);
        Assert.NotNull(limits.Check(LimitKind.TissueDepthMax, "forehead", 801));
        Assert.Null(limits.Check(LimitKind.TissueDepthMax, "scalp", 2000));
        Assert.NotNull(limits.Check(LimitKind.TissueDepthMax, "scalp", 2001));
        Assert.NotNull(limits.Check(LimitKind.TissueDepthMax, null, 2001));
        Assert.Null(limits.Check(LimitKind.TissueDepthMax, null, 801));
        Assert.Null(limits.Check(LimitKind.DoseMax, "forehead", long.MaxValue));
    }

    [Fact]
    [Trait("Requirement", "SR-022")]
    public void Steps_bind_together()
    {
        // Aim: a dose that is a multiple of one step and not of the other is refused, by the step that it breaks.
        LimitSet limits = new(
        [
            new Limit(LimitKind.DoseStep, null, 400, LimitSource.DeviceCaps, "fine", "1"),
            new Limit(LimitKind.DoseStep, null, 500, LimitSource.SitePolicy, "coarse", "1"),
        ]);
        Assert.Null(limits.Check(LimitKind.DoseStep, null, 2000));
        Assert.Equal("fine", limits.Check(LimitKind.DoseStep, null, 500)!.Limit.Reference);
        Assert.Equal("coarse", limits.Check(LimitKind.DoseStep, null, 400)!.Limit.Reference);
    }

    [Fact]
    public void Limit_that_nothing_can_meet_refuses_everything()
    {
        // Aim: a device that reports a step of zero, or a file with a negative bound, fails closed and throws nothing.
        LimitSet limits = new(
        [
            new Limit(LimitKind.DoseStep, null, 0, LimitSource.DeviceCaps, "a", "1"),
            new Limit(LimitKind.DoseMax, null, -1, LimitSource.DeviceCaps, "b", "1"),
            new Limit(LimitKind.NeedleLengthMin, null, 4_000_000_000, LimitSource.DeviceCaps, "c", "1"),
        ]);
        Assert.NotNull(limits.Check(LimitKind.DoseStep, null, 20_000));
        Assert.NotNull(limits.Check(LimitKind.DoseStep, null, 0));
        Assert.NotNull(limits.Check(LimitKind.DoseMax, null, 0));
        Assert.Contains("at least 4000000 mm", limits.Check(LimitKind.NeedleLengthMin, null, 1500)!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Headroom_is_what_is_left_and_never_negative()
    {
        // Aim: what the permit's window is cut to.
        LimitSet limits = new([new Limit(LimitKind.ZoneVolumeMax, "hand.left", 100_000, LimitSource.Zone, "a", "1")]);
        Assert.Equal(100_000, limits.Headroom(LimitKind.ZoneVolumeMax, "hand.left", 0));
        Assert.Equal(1, limits.Headroom(LimitKind.ZoneVolumeMax, "hand.left", 99_999));
        Assert.Equal(0, limits.Headroom(LimitKind.ZoneVolumeMax, "hand.left", 100_000));
        Assert.Equal(0, limits.Headroom(LimitKind.ZoneVolumeMax, "hand.left", 100_001));
        Assert.Equal(long.MaxValue, limits.Headroom(LimitKind.ZoneVolumeMax, "hand.right", 5));
    }
}
