using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Limits;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(LimitKind.TissueDepthMax, 800, 1061, "Depth: 1.061 mm asked, at most 0.8 mm", "Choose 0.8 mm or less.")]
    [InlineData(LimitKind.TissueDepthMin, 800, 700, "Depth: 0.7 mm asked, at least 0.8 mm", "Choose 0.8 mm or more.")]
    [InlineData(LimitKind.NeedleLengthMax, 6000, 6001, "Needle length: 6.001 mm asked, at most 6 mm", "Choose 6 mm or less.")]
    [InlineData(LimitKind.NeedleLengthMin, 250, 249, "Needle length: 0.249 mm asked, at least 0.25 mm", "Choose 0.25 mm or more.")]
    [InlineData(LimitKind.DoseMax, 20_000, 25_000, "Dose per shot: 25 µL asked, at most 20 µL", "Choose 20 µL or less.")]
    [InlineData(LimitKind.DoseMin, 5000, 4999, "Dose per shot: 4.999 µL asked, at least 5 µL", "Choose 5 µL or more.")]
    [InlineData(LimitKind.DoseStep, 500, 20_200, "Dose per shot: 20.2 µL asked, only multiples of 0.5 µL", "Choose 0.5 µL or a multiple of it.")]
    [InlineData(LimitKind.ZoneVolumeMax, 500_000, 510_000, "Volume of the zone: 0.51 mL asked, at most 0.5 mL", "Choose 0.5 mL or less.")]
    [InlineData(LimitKind.ZoneShotsMax, 25, 26, "Shots of the zone: 26 shots asked, at most 25 shots", "Choose 25 shots or less.")]
    [InlineData(LimitKind.ShotIntervalMin, 112, 100, "Interval from shot to shot: 100 ms asked, at least 112 ms", "Choose 112 ms or more.")]
    [InlineData(LimitKind.NeedleSticksMax, 100, 101, "Shots with one needle head: 101 shots asked, at most 100 shots", "Choose 100 shots or less.")]
    [Trait("Requirement", "SR-021")]
    public void Sentence_names_limit_source_asked_and_allowed(LimitKind kind, long bound, long asked, string what, string remedy)
    {
        // Aim: the words that console, CLI, API and log all show.
        LimitSet limits = new([new Limit(kind, null, bound, LimitSource.Zone, "zones.yaml", "3")]);
        Refusal refusal = limits.Check(kind, "forehead", asked)!;
        what = what.Replace(": ", " in zone forehead: ", StringComparison.Ordinal);
        Assert.Equal($"{what} allowed by the zone catalogue (zones.yaml; version 3). {remedy}", refusal.Sentence);
        Assert.Equal(asked, refusal.Asked);
        Assert.Equal(bound, refusal.Limit.Value);
    }

    [Theory]
    [InlineData(LimitKind.SessionVolumeMax, "Volume of the session: 2.1 mL asked, at most 2 mL")]
    [InlineData(LimitKind.ProductVolumeMax, "Volume of the product: 2.1 mL asked, at most 2 mL")]
    [InlineData(LimitKind.PrimeMax, "Volume of a prime: 2.1 mL asked, at most 2 mL")]
    [Trait("Requirement", "SR-021")]
    public void Sentence_of_the_whole_session_names_no_zone(LimitKind kind, string what)
    {
        // Aim: a sum over zones belongs to none of them.
        LimitSet limits = new([new Limit(kind, null, 2_000_000, LimitSource.Zone, "zones.yaml", "3")]);
        string sentence = $"{what} allowed by the zone catalogue (zones.yaml; version 3). Choose 2 mL or less.";
        Assert.Equal(sentence, limits.Check(kind, null, 2_100_000)!.Sentence);
    }

    [Theory]
    [InlineData(LimitSource.DeviceCaps, "device's own caps")]
    [InlineData(LimitSource.DeviceProfile, "device profile")]
    [InlineData(LimitSource.Calibration, "calibrated range")]
    [InlineData(LimitSource.Zone, "zone catalogue")]
    [InlineData(LimitSource.Product, "product")]
    [InlineData(LimitSource.Plan, "plan")]
    [InlineData(LimitSource.SitePolicy, "site policy")]
    [InlineData(LimitSource.Competence, "operator's competence")]
    [Trait("Requirement", "SR-021")]
    public void Sentence_names_each_source_in_its_words(LimitSource source, string words)
    {
        // Aim: the person is told whom to ask. Every source, so that a new one cannot stand without words.
        Limit limit = new(LimitKind.DoseMax, null, 20_000, source, "where", "7");
        Assert.Equal($"at most 20 µL allowed by the {words} (where; version 7)", limit.Allowance);
        Assert.Equal(8, Enum.GetValues<LimitSource>().Length);
    }

    [Fact]
    [Trait("Requirement", "SR-020")]
    public void Refused_value_is_not_changed()
    {
        // Aim: refuse, never clamp: nothing in a refusal or a limit set gives a value that was not asked for.
        LimitSet limits = new([new Limit(LimitKind.DoseMax, null, 20_000, LimitSource.Zone, "a", "1")]);
        TreatmentPlan plan = Plans.Plan(Plans.Cheek() with { Dose = new Volume(25_000) });
        Refusal refusal = Assert.Single(plan.Check(limits));
        Assert.Equal(25_000, refusal.Asked);
        Assert.Equal(25_000, plan.Zones[0].Dose.Nl);
    }
}
