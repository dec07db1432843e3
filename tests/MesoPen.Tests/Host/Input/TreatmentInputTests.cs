using MesoPen.Host.Input;
using MesoPen.Kernel;

namespace MesoPen.Tests.Host.Input;

public sealed class TreatmentInputTests
{
    [Fact]
    public void Load_gives_the_kernel_the_plan_as_written()
    {
        // Aim: each value arrives where it belongs, in its unit.
        using InputFolder folder = new();
        TreatmentInput input = folder.Load();

        Assert.Equal(new Product("Saline", "L1", new DateOnly(2031, 6, 30).DayNumber - new DateOnly(1970, 1, 1).DayNumber, new Volume(1_000_000)), input.Plan.Product);
        Assert.Equal(new Volume(50_000), input.Plan.Prime);
        ZonePlan zone = Assert.Single(input.Plan.Zones);
        Assert.Equal(new ZonePlan(1, "cheek.left", 10, new Depth(1400), 45, new Volume(20_000), ShotTrigger.Single, 250), zone);
        Assert.Equal(new Depth(990), zone.TissueDepth);
        Assert.Equal(64, input.File.File.Sha256.Length);
        Assert.Empty(input.Plan.Check(input.Limits));
    }

    [Theory]
    [InlineData(LimitKind.TissueDepthMax, "cheek.left", 1000, LimitSource.Zone, "Study A, https://example.org/a: women", "3")]
    [InlineData(LimitKind.TissueDepthMin, "cheek.left", 200, LimitSource.Zone, "Study A, https://example.org/a", "3")]
    [InlineData(LimitKind.DoseMax, "cheek.left", 50_000, LimitSource.Zone, "Study B, https://example.org/b", "3")]
    [InlineData(LimitKind.NeedleLengthMax, null, 4000, LimitSource.DeviceProfile, "pen, caps.depth_max_um, https://example.org/depth", "7")]
    [InlineData(LimitKind.NeedleLengthMin, null, 500, LimitSource.DeviceProfile, "pen, caps.depth_min_um", "7")]
    [InlineData(LimitKind.DoseMin, null, 1000, LimitSource.DeviceProfile, "pen, caps.dose_min_nl", "7")]
    [InlineData(LimitKind.DoseStep, null, 500, LimitSource.DeviceProfile, "pen, caps.dose_step_nl", "7")]
    [InlineData(LimitKind.ShotIntervalMin, null, 200, LimitSource.DeviceProfile, "pen, caps.min_interval_ms", "7")]
    [InlineData(LimitKind.PrimeMax, null, 100_000, LimitSource.DeviceProfile, "pen, caps.prime_max_nl", "7")]
    [Trait("Requirement", "SR-022")]
    public void Load_takes_each_limit_with_its_source_and_version(LimitKind kind, string? zone, long value, LimitSource source, string reference, string version)
    {
        // Aim: every limit of the three files reaches the kernel, and says where it comes from.
        using InputFolder folder = new();
        Assert.Equal(new Limit(kind, zone, value, source, reference, version), folder.Load().Limits.Effective(kind, zone));
    }

    [Fact]
    public void Load_bounds_zone_session_product_and_needle_by_the_plan()
    {
        // Aim: a zone gets no more than its points with the device's tolerance (2 % of 20 µL), the session no more than the sum, the product
        // no more than is loaded after priming.
        using InputFolder folder = new();
        TreatmentInput input = folder.Load();
        Assert.Equal(204_000, input.Limits.Effective(LimitKind.ZoneVolumeMax, "cheek.left")?.Value);
        Assert.Equal(204_000, input.Limits.Effective(LimitKind.SessionVolumeMax, null)?.Value);
        Assert.Equal(950_000, input.Limits.Effective(LimitKind.ProductVolumeMax, null)?.Value);
        Assert.Equal(new Limit(LimitKind.NeedleSticksMax, null, 60, LimitSource.Plan, "one head", input.File.Version), input.Limits.Effective(LimitKind.NeedleSticksMax, null));
        Assert.Equal(input.File.File.Sha256[..12], input.File.Version);
    }

    [Theory]
    [InlineData("needle_length_um: 1400", "needle_length_um: 1500", "Depth in zone cheek.left: 1.061 mm asked, at most 1 mm allowed by the zone catalogue (Study A, https://example.org/a: women; version 3). Choose 1 mm or less.")]
    [InlineData("angle_deg: 45", "angle_deg: 46", "Depth in zone cheek.left: 1.008 mm asked, at most 1 mm allowed by the zone catalogue (Study A, https://example.org/a: women; version 3). Choose 1 mm or less.")]
    [InlineData("points: 10\n    dose_nl: 20000", "points: 2\n    dose_nl: 50500", "Dose per shot in zone cheek.left: 50.5 µL asked, at most 50 µL allowed by the zone catalogue (Study B, https://example.org/b; version 3). Choose 50 µL or less.")]
    [InlineData("dose_nl: 20000", "dose_nl: 20001", "Dose per shot in zone cheek.left: 20.001 µL asked, only multiples of 0.5 µL allowed by the device profile (pen, caps.dose_step_nl; version 7). Choose 0.5 µL or a multiple of it.")]
    [InlineData("points: 10", "points: 26", "Volume of the zone in zone cheek.left: 0.52 mL asked, at most 0.5 mL allowed by the zone catalogue (Study B, https://example.org/b; version 3). Choose 0.5 mL or less.")]
    [InlineData("volume_nl: 1000000", "volume_nl: 249000", "Volume of the product: 0.2 mL asked, at most 0.199 mL allowed by the product (Saline, lot L1: 0.249 mL loaded less 50 µL of priming; version ")]
    [InlineData("prime_nl: 50000", "prime_nl: 100001", "Volume of a prime: 100.001 µL asked, at most 100 µL allowed by the device profile (pen, caps.prime_max_nl; version 7). Choose 100 µL or less.")]
    [InlineData("min_interval_ms: 250", "min_interval_ms: 199", "Interval from shot to shot in zone cheek.left: 199 ms asked, at least 200 ms allowed by the device profile (pen, caps.min_interval_ms; version 7). Choose 200 ms or more.")]
    [Trait("Requirement", "SR-021")]
    public void Check_of_a_plan_beyond_a_limit_names_limit_source_asked_and_allowed(string original, string change, string sentence)
    {
        // Aim: one step beyond each limit is refused, in a sentence with everything that a person needs.
        using InputFolder folder = new(InputFolder.Plan.Replace(original, change, StringComparison.Ordinal));
        TreatmentInput input = folder.Load();
        Refusal refusal = Assert.Single(input.Plan.Check(input.Limits));
        Assert.StartsWith(sentence, refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "SR-026")]
    public void Zones_of_one_area_share_its_volume()
    {
        // Aim: half a millilitre an area means for both of its zones together; the sentence says who has the rest.
        string zone = InputFolder.Plan[InputFolder.Plan.IndexOf("  - zone", StringComparison.Ordinal)..].Replace("1400", "1000", StringComparison.Ordinal);
        string head = InputFolder.Plan[..InputFolder.Plan.IndexOf("  - zone", StringComparison.Ordinal)];
        string Plan(int eye, int lid) => head
            + zone.Replace("cheek", "eye", StringComparison.Ordinal).Replace("points: 10", $"points: {eye}", StringComparison.Ordinal) + "\n"
            + zone.Replace("cheek", "lid", StringComparison.Ordinal).Replace("points: 10", $"points: {lid}", StringComparison.Ordinal);

        using (InputFolder within = new(Plan(13, 12)))
        {
            TreatmentInput input = within.Load();
            Assert.Empty(input.Plan.Check(input.Limits));
        }

        using InputFolder beyond = new(Plan(13, 13));
        TreatmentInput refused = beyond.Load();
        Assert.Equal(
            [
                "Volume of the zone in zone eye.left: 0.26 mL asked, at most 0.24 mL allowed by the zone catalogue (Study B, https://example.org/b; for the whole area orbit.left, of which lid.left takes 0.26 mL; version 3). Choose 0.24 mL or less.",
                "Volume of the zone in zone lid.left: 0.26 mL asked, at most 0.24 mL allowed by the zone catalogue (Study B, https://example.org/b; for the whole area orbit.left, of which eye.left takes 0.26 mL; version 3). Choose 0.24 mL or less.",
            ],
            refused.Plan.Check(refused.Limits).Select(refusal => refusal.Sentence));
    }

    [Fact]
    [Trait("Requirement", "SR-022")]
    public void Plan_own_limit_binds_only_if_it_is_tighter()
    {
        // Aim: a plan may be stricter than the catalogue, never laxer.
        using InputFolder strict = new(InputFolder.Plan + "\n    depth_max_um: 900\n    depth_source: my choice");
        Refusal refusal = Assert.Single(strict.Load().Plan.Check(strict.Load().Limits));
        Assert.Equal((900, LimitSource.Plan), (refusal.Limit.Value, refusal.Limit.Source));

        using InputFolder lax = new(InputFolder.Plan.Replace("1400", "1500", StringComparison.Ordinal) + "\n    depth_max_um: 4000\n    depth_source: my choice");
        refusal = Assert.Single(lax.Load().Plan.Check(lax.Load().Limits));
        Assert.Equal((1000, LimitSource.Zone), (refusal.Limit.Value, refusal.Limit.Source));
    }
}
