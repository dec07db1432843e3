using MesoPen.Host.Clinic.Plans;
using MesoPen.Kernel;
using PlannedZone = MesoPen.Host.Clinic.Plans.PlannedZone;

namespace MesoPen.Tests;

public sealed class PlanCheckRulesTests
{
    // Aim: what the editor is told before saving is what saving does: allowed if and only if a change is accepted, and in the same words.
    [Fact]
    public void Check_allows_what_saving_allows_and_refuses_in_the_same_words()
    {
        PlannedZone cheek = PatientBench.Cheek;
        PlanContent good = PatientBench.Content with { Zones = [cheek] };
        PlanContent[] contents =
        [
            good,
            good with { Zones = [cheek with { NeedleLengthUm = 1600 }] },
            good with { Zones = [cheek with { DoseNl = 20_001 }] },
            good with { Zones = [cheek with { MinIntervalMs = 1 }] },
            good with { Zones = [cheek with { Zone = "cheek.lft" }] },
            good with { Zones = [cheek, cheek] },
            good with { Zones = [cheek with { Points = 0 }] },
            good with { Zones = [cheek with { DepthMaxUm = 900 }] },
            good with { Zones = [cheek with { Zone = "jawline.left" }] },
            good with { Zones = [cheek with { DoseNl = long.MaxValue }] },
            good with { Zones = [] },
            good with { Zones = [null!] },
            good with { DeviceFamily = "gun-77" },
            good with { SticksReason = "" },
            good with { SticksMax = 0 },
            good with { PrimeNl = 0 },
            good with { ProductId = "HA-9" },
            good with { Course = good.Course with { Sessions = 12 } },
        ];
        PatientBench bench = PatientBench.Planned();
        foreach (PlanContent content in contents)
        {
            PlanCheck check = Check(bench, content);
            MesoPen.Host.Clinic.Problem? saved = PlanContentRules.Check(bench.State, "PL-9", "Any", content, PatientBench.Hardware);
            Assert.Equal(saved is null, check.Allowed);
            Assert.True(
                saved is null || check.Refusals.Any(refusal => refusal.Problem == saved.Type.Id && saved.Detail.Contains(refusal.Sentence, StringComparison.Ordinal)),
                $"{saved?.Detail} is not among: {string.Join(" / ", check.Refusals.Select(refusal => refusal.Sentence))}");
        }
    }

    // Aim: each refusal names its zone and the field to change, of limits and of words that cannot be read alike.
    [Theory]
    [InlineData("needle_length_um", 1600, 20_000, 4, 112)]
    [InlineData("dose_nl", 1400, 20_001, 4, 112)]
    [InlineData("points", 1400, 20_000, 400, 112)]
    [InlineData("min_interval_ms", 1400, 20_000, 4, 10)]
    public void Refusal_names_zone_and_field(string field, int lengthUm, long doseNl, int points, int intervalMs)
    {
        PlannedZone zone = PatientBench.Cheek with { NeedleLengthUm = lengthUm, DoseNl = doseNl, Points = points, MinIntervalMs = intervalMs };
        PlanCheck check = Check(PatientBench.Planned(), PatientBench.Content with { Zones = [zone] });
        Assert.Contains(check.Refusals, refusal => (refusal.Zone, refusal.Field) == ("cheek.left", field));
    }

    // Aim: a plan that is being written is still told its limits and sums: what cannot be read is said, with its place, and left out.
    [Fact]
    public void What_cannot_be_read_is_said_and_the_rest_is_summed()
    {
        PlanContent content = PatientBench.Content with
        {
            SticksReason = "",
            Zones = [PatientBench.Cheek with { Zone = "cheek.right", Points = 0 }, PatientBench.Cheek],
        };
        PlanCheck check = Check(PatientBench.Planned(), content);
        Assert.False(check.Allowed);
        Assert.Contains(check.Refusals, refusal => (refusal.Zone, refusal.Field) == ("cheek.right", "points"));
        Assert.Contains(check.Refusals, refusal => (refusal.Zone, refusal.Field) == (null, "sticks_reason"));
        PlanCheckZone zone = Assert.Single(check.Zones);
        Assert.Equal(("cheek.left", PatientBench.Cheek.Points, PatientBench.Cheek.Points), (zone.Zone, zone.Shots, check.Shots));
        Assert.Equal(zone.MachineMs, check.MachineMs);
    }

    // Aim: each limit says value, unit, who set it and where it comes from; the tightest is the one that is shown.
    [Fact]
    public void Limits_come_with_source_and_reason()
    {
        PlanCheck check = Check(PatientBench.Planned(), PatientBench.Content with { Zones = [PatientBench.Cheek] });
        PlanCheckLimit depth = Assert.Single(check.Limits, limit => limit is { Zone: "cheek.left", Kind: LimitKind.TissueDepthMax });
        Assert.Equal(("needle_length_um", 1000L, "um", LimitSource.Zone), (depth.Field, depth.Value, depth.Unit, depth.Source));
        Assert.StartsWith("Depth: at most 1 mm allowed by the zone catalogue (", depth.Text, StringComparison.Ordinal);
        Assert.Contains("Dermatol Surg 2018", depth.Reason, StringComparison.Ordinal);

        // Not the plan's own sum of points, which would hide what the zone may get at most.
        PlanCheckLimit volume = Assert.Single(check.Limits, limit => limit is { Zone: "cheek.left", Kind: LimitKind.ZoneVolumeMax });
        Assert.Equal((500_000L, LimitSource.Zone), (volume.Value, volume.Source));
        PlanCheckLimit product = Assert.Single(check.Limits, limit => limit.Kind == LimitKind.ProductVolumeMax);
        Assert.Equal(PatientBench.Sheet.SessionMaxNl, product.Value);
    }

    // Aim: too little in the cartridge is refused before a session, and what is left is said; without a volume nothing is claimed of it.
    [Fact]
    public void Loaded_volume_is_held_against_prime_and_doses()
    {
        PatientBench bench = PatientBench.Planned();
        PlanContent content = PatientBench.Content with { Zones = [PatientBench.Cheek] };
        PlanCheck unsaid = Check(bench, content);
        Assert.Null(unsaid.LeftNl);
        long needed = unsaid.VolumeNl + unsaid.PrimeNl;
        Assert.Equal(0, Check(bench, content, needed).LeftNl);
        PlanCheck little = Check(bench, content, needed - 1000);
        Assert.Equal(-1000, little.LeftNl);
        Assert.Contains(little.Refusals, refusal => refusal.Kind == LimitKind.ProductVolumeMax);
    }

    private static PlanCheck Check(PatientBench bench, PlanContent content, long? loaded = null) =>
        PlanCheckRules.Check(bench.State, new CheckPlan(content, PatientBench.PatientId, loaded), PatientBench.Hardware, TimeProvider.System);
}
