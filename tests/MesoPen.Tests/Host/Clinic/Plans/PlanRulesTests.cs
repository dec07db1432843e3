using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Input;
using MesoPen.Kernel;
using MesoPen.Tests.Host.Input;
using PlannedZone = MesoPen.Host.Clinic.Plans.PlannedZone;

namespace MesoPen.Tests;

public sealed class PlanRulesTests
{
    // Aim: a plan of the clinic is the same plan as its file: the kernel gets the same zones, and the limits of the same sources.
    [Fact]
    public void Sheet_of_a_plan_is_read_as_its_file_is()
    {
        TreatmentInput file = Shipped.Load("full-face-micro-depots");
        PlanContent content = new(
            "HA-1", file.File.ProfileId, file.File.Prime.Nl, (int)file.File.NeedleLimit.Value, file.File.NeedleLimit.Reference,
            [.. file.File.Zones.Select(zone => new PlannedZone(
                zone.Plan.Zone, zone.Technique, TriggerWords.Of(zone.Plan.Trigger), zone.Plan.Points, zone.Plan.Dose.Nl, zone.Plan.NeedleLength.Um,
                zone.Plan.AngleDeg, zone.SpacingUm, zone.Plan.MinIntervalMs))],
            PatientBench.Course);
        PlanFile sheet = PlanSheet.Of("PL-1", "Face", content, new LoadedProduct("HA", "L1", new DateOnly(2030, 1, 31), 3_000_000, 2_000_000, "the sheet"));
        TreatmentInput input = TreatmentInput.Assemble(sheet, file.Profile, file.Zones);
        Assert.Equal(file.Plan.Zones, input.Plan.Zones);
        Assert.Equal(
            file.Limits.All.Where(limit => limit.Source is LimitSource.Zone or LimitSource.DeviceProfile),
            input.Limits.All.Where(limit => limit.Source is LimitSource.Zone or LimitSource.DeviceProfile));
        Assert.Equal(("PL-1", new Volume(3_000_000)), (input.Plan.Id, input.Plan.Product.Loaded));
    }

    // Aim: a plan beyond a limit is refused in the kernel's own sentence, whosever limit it is: zone, device, product, site.
    [Theory]
    [InlineData("zone", 1600, 20_000, 20)]
    [InlineData("device", 1400, 20_001, 20)]
    [InlineData("product", 1400, 20_000, 20)]
    [InlineData("site", 1400, 20_000, 20)]
    public void Plan_beyond_a_limit_is_refused_in_the_words_of_the_kernel(string whose, int lengthUm, long doseNl, int points)
    {
        PatientBench bench = PatientBench.Planned();
        PlannedZone zone = PatientBench.Cheek with { NeedleLengthUm = lengthUm, DoseNl = doseNl, Points = points };
        if (whose == "product")
        {
            bench.Happen(new MesoPen.Host.Clinic.Products.ProductDescribed("setup", PatientBench.ProductId, 2, PatientBench.Sheet with { PointMaxNl = 19_999 }));
        }

        if (whose == "site")
        {
            Limit limit = new(LimitKind.DoseMax, "cheek.left", 15_000, LimitSource.SitePolicy, "decided in January", "1");
            bench.SetPolicy(policy => policy with { Limits = [new SiteLimit(limit.Kind, limit.Zone, limit.Value, limit.Reference)] });
            bench.State = bench.State with { Site = WithLimits(bench.State.Site, limit) };
        }

        Problem problem = PlanRules.Change(
            bench.State, PatientBench.PlanId, new ChangePlan("more", PatientBench.Content with { Zones = [zone] }), bench.Who, PatientBench.Hardware).Problem!;
        Assert.Equal("plan-beyond-limits", problem.Type.Id);
        string expected = whose switch
        {
            "zone" => "Depth in zone cheek.left: 1.132 mm asked",
            "device" => "Dose per shot in zone cheek.left: 20.001 µL asked",
            "product" => "instructions for use",
            _ => "decided in January",
        };
        Assert.Contains(expected, problem.Detail, StringComparison.Ordinal);
    }

    // Aim: what cannot be a plan at all is refused, and nothing is entered.
    [Fact]
    public void Plan_that_cannot_be_is_refused()
    {
        Assert.Equal("plan-malformed", Changed(content => content with { Zones = [PatientBench.Cheek with { Zone = "cheek.lft" }] }));
        Assert.Equal("plan-malformed", Changed(content => content with { Zones = [PatientBench.Cheek, PatientBench.Cheek] }));
        Assert.Equal("plan-malformed", Changed(content => content with { Zones = [PatientBench.Cheek with { Technique = "guess" }] }));
        Assert.Equal("plan-malformed", Changed(content => content with { Zones = [PatientBench.Cheek with { Points = 0 }] }));
        Assert.Equal("plan-malformed", Changed(content => content with { Zones = [PatientBench.Cheek with { DoseNl = -5 }] }));
        Assert.Equal("plan-malformed", Changed(content => content with { Zones = [PatientBench.Cheek with { DepthMaxUm = 900 }] }));
        Assert.Equal("invalid", Changed(content => content with { Zones = [PatientBench.Cheek with { DoseNl = long.MaxValue }] }));
        Assert.Equal("plan-malformed", Changed(content => content with { DeviceFamily = "gun-77" }));
        Assert.Equal("plan-malformed", Changed(content => content with { SticksReason = "" }));
        Assert.Equal("invalid", Changed(content => content with { Zones = [] }));
        Assert.Equal("invalid", Changed(content => content with { Zones = [null!] }));
        Assert.Equal("product-unknown", Changed(content => content with { ProductId = "HA-9" }));
        Assert.Equal("product-unknown", Changed(content => content with { MixedWith = ["HA-9"] }));
        Assert.Equal("invalid", Changed(content => content with { MixedWith = [PatientBench.ProductId] }));
        Assert.Equal("plan-beyond-limits", Changed(content => content with { Zones = [PatientBench.Cheek with { Zone = "jawline.left" }] }));

        static string? Changed(Func<PlanContent, PlanContent> change)
        {
            PatientBench bench = PatientBench.Planned();
            return bench.Refused((state, who) => PlanRules.Change(
                state, PatientBench.PlanId, new ChangePlan("more", change(PatientBench.Content)), who, PatientBench.Hardware));
        }
    }

    // Aim: a course is a usual one or states its source; maintenance comes at longer intervals.
    [Theory]
    [InlineData(3, 14, 28, 0, false, null)]
    [InlineData(6, 28, 28, 90, false, null)]
    [InlineData(2, 14, 28, 0, false, "course-unsourced")]
    [InlineData(7, 14, 28, 0, false, "course-unsourced")]
    [InlineData(7, 14, 14, 0, true, null)]
    [InlineData(3, 13, 28, 0, false, "course-unsourced")]
    [InlineData(3, 14, 29, 0, false, "course-unsourced")]
    [InlineData(3, 28, 14, 0, true, "invalid")]
    [InlineData(0, 14, 28, 0, true, "invalid")]
    [InlineData(3, 0, 28, 0, true, "invalid")]
    [InlineData(3, 14, 28, 14, false, "invalid")]
    public void Course_is_usual_or_states_its_source(int sessions, int least, int most, int maintenance, bool source, string? expected)
    {
        Course course = new(sessions, new Interval(least, most), maintenance == 0 ? null : new Interval(maintenance, maintenance + 30), source ? "a trial" : null);
        Assert.Equal(expected, CourseRules.Check(course)?.Type.Id);
    }

    // Aim: ids are unique, patient and protocol are known, and the plan takes the newest version of its protocol.
    [Fact]
    public void Plan_is_made_from_the_newest_version_of_its_protocol()
    {
        PatientBench bench = PatientBench.Planned();
        PlanContent changed = PatientBench.Content with { Course = PatientBench.Course with { Sessions = 5 } };
        bench.Do((state, who) => PlanRules.ChangeProtocol(state, PatientBench.ProtocolId, new ChangePlan("experience", changed), who, PatientBench.Hardware));
        MakePlan make = new("PL-2", PatientBench.PatientId, "Two", PatientBench.ProtocolId, PatientBench.FirstDay);
        bench.Do((state, who) => PlanRules.Make(state, make, who, PatientBench.Hardware));
        Assert.Equal((2, 5, 3), (
            bench.State.Plans.All["PL-2"].ProtocolVersion, bench.State.Plans.All["PL-2"].Newest().Course.Sessions,
            bench.State.Plans.All[PatientBench.PlanId].Newest().Course.Sessions));
        Assert.Equal("exists", Refused(make));
        Assert.Equal("unknown", Refused(make with { PlanId = "PL-3", PatientId = "P-0009" }));
        Assert.Equal("unknown", Refused(make with { PlanId = "PL-3", ProtocolId = "PR-9" }));
        Assert.Equal("invalid", Refused(make with { PlanId = "../3" }));
        Assert.Equal("invalid", Refused(make with { PlanId = "PL-3", StartsOn = PatientBench.FirstDay.AddYears(2) }));

        string? Refused(MakePlan asked) => bench.Refused((state, who) => PlanRules.Make(state, asked, who, PatientBench.Hardware));
    }

    private static SiteState WithLimits(SiteState site, Limit limit) => site with { Limits = [limit] };
}
