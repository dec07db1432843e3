using MesoPen.Host.Input;
using MesoPen.Kernel;

namespace MesoPen.Tests.Host.Input;

public sealed class ShippedFilesTests
{
    private static readonly string[] NamedZones =
    [
        "forehead", "periocular.left", "periocular.right", "under-eye.left", "under-eye.right", "cheek.left", "cheek.right", "nasolabial.left",
        "nasolabial.right", "jawline.left", "jawline.right", "neck", "decolletage", "scalp", "hand.left", "hand.right", "abdomen", "thigh.left", "thigh.right",
    ];

    public static TheoryData<string> Plans() => [.. Directory.GetFiles(Shipped.PlansPath, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Plan_is_within_every_limit_of_its_profile_and_of_the_zones(string plan)
    {
        // Aim: what is shipped as an example can be treated, and its id is its file's name.
        TreatmentInput input = Shipped.Load(plan);
        Assert.Equal(plan, input.Plan.Id);
        Assert.Empty(input.Plan.Check(input.Limits));
        Assert.All(input.Plan.Zones, zone => Assert.True(zone.TissueDepth.Um <= input.Limits.Effective(LimitKind.TissueDepthMax, zone.Zone)!.Value));
    }

    [Theory]
    [InlineData("full-face-micro-depots", "pen-1", 96, 1_920_000)]
    [InlineData("full-face-stamp", "gun-5", 100, 2_000_000)]
    [InlineData("periocular", "pen-1", 48, 960_000)]
    [InlineData("scalp", "gun-9", 60, 6_000_000)]
    [InlineData("hands", "pen-1", 50, 1_000_000)]
    [InlineData("demo-short", "pen-1", 12, 240_000)]
    public void Plan_is_the_treatment_that_its_sources_describe(string plan, string profile, int shots, long volumeNl)
    {
        // Aim: the sums of the literature: 2 mL over the face, 20 µL by 100 points, half a millilitre an eye, 6 mL on the scalp.
        TreatmentInput input = Shipped.Load(plan);
        Assert.Equal(profile, input.Profile.Id);
        Assert.Equal(shots, input.Plan.Zones.Sum(zone => zone.Points));
        Assert.Equal(volumeNl, input.Plan.Zones.Sum(zone => zone.Total.Nl));
        Assert.True(input.Plan.Prime.Nl + volumeNl < input.Plan.Product.Loaded.Nl);
    }

    [Fact]
    public void Example_of_the_page_about_plans_is_a_plan_within_limits()
    {
        // Aim: what a reader copies from docs/plans.md works as it stands.
        string page = Protocol.RepositoryFile.ReadAllText("docs/plans.md");
        int begin = page.IndexOf("```yaml\n", StringComparison.Ordinal) + 8;
        using TempFolder folder = new();
        File.WriteAllText(folder.File("example.yaml"), page[begin..page.IndexOf("```", begin, StringComparison.Ordinal)]);
        TreatmentInput input = TreatmentInput.Load(folder.File("example.yaml"), Shipped.ZonesPath, Shipped.ProfilesPath);
        Assert.Empty(input.Plan.Check(input.Limits));
        Assert.Equal(new Depth(990), input.Plan.Zones[0].TissueDepth);
    }

    [Fact]
    public void Catalogue_has_every_zone_that_the_product_names()
    {
        // Aim: no zone is forgotten, left and right apart.
        Assert.Equal(NamedZones.Order(StringComparer.Ordinal), ZoneCatalogue.Load(Shipped.ZonesPath).Zones.Keys);
    }

    [Fact]
    [Trait("Requirement", "SR-024")]
    public void Catalogue_takes_the_strictest_of_its_studies()
    {
        // Aim: where two studies disagree the shallower is the limit and both are kept; a number without source does not exist.
        ZoneCatalogue catalogue = ZoneCatalogue.Load(Shipped.ZonesPath);
        foreach (CatalogueZone zone in catalogue.Zones.Values)
        {
            Study[] depths = [.. zone.Studies.Where(study => study.Of == "depth_max_um")];
            if (zone.Value("depth_max_um") is { } limit)
            {
                Assert.Equal(depths.Min(study => study.Value), limit.Value);
                Assert.Contains(depths, study => study.Source == limit.Source && study.Value == limit.Value);
            }

            Assert.All(zone.Values.Values, value => Assert.StartsWith("http", value.Source.Url, StringComparison.Ordinal));
        }

        Assert.Equal([1060, 1390, 1860, 2450], catalogue.Zones["forehead"].Studies.Where(study => study.Of == "depth_max_um").Select(study => study.Value));
        Assert.Null(catalogue.Zones["hand.left"].Value("depth_max_um"));
        Assert.Null(catalogue.Zones["decolletage"].Value("depth_max_um"));
    }

    [Fact]
    public void Left_and_right_have_the_same_limits()
    {
        // Aim: a slip in one side's numbers would be a limit that nobody meant.
        ZoneCatalogue catalogue = ZoneCatalogue.Load(Shipped.ZonesPath);
        foreach (CatalogueZone left in catalogue.Zones.Values.Where(zone => zone.Id.EndsWith(".left", StringComparison.Ordinal)))
        {
            CatalogueZone right = catalogue.Zones[left.Id.Replace(".left", ".right", StringComparison.Ordinal)];
            Assert.Equal(left.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal), right.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal));
            Assert.Equal(left.Studies, right.Studies);
            Assert.Equal(left.Area?.Replace(".left", ".right", StringComparison.Ordinal), right.Area);
        }
    }

    [Theory]
    [InlineData("pen-1", 1)]
    [InlineData("gun-5", 5)]
    [InlineData("gun-9", 9)]
    public void Profile_is_read_with_its_tolerance(string id, int needles)
    {
        // Aim: the profiles that the simulator reads are read here by the same rules.
        DeviceProfile profile = DeviceProfile.Find(Shipped.ProfilesPath, id);
        Assert.Equal(needles, profile.Needles);
        Assert.InRange(profile.Mechanics.RetractMsMax, 1, 1000);
        Assert.Equal(profile.Tolerance.DoseNl, profile.Tolerance.OfDoseNl(1));
        Assert.Equal(profile.Tolerance.DosePermille * 100, profile.Tolerance.OfDoseNl(100_000));
        Assert.Equal((profile.Tolerance.DosePermille * 100) + 1, profile.Tolerance.OfDoseNl(100_001));
        Assert.Contains(profile.Limits(), limit => limit.Kind == LimitKind.NeedleLengthMax && limit.Reference.Contains("http", StringComparison.Ordinal));
    }
}
