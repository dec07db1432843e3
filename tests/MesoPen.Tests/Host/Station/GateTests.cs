using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.Patients.Screening;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Station;
using MesoPen.Tests.Host.Calibration;
using MesoPen.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace MesoPen.Tests;

/// <summary>Every prerequisite of the kernel has a gate of the clinic; what it stands for taken away, arming is refused with a problem type of its own.</summary>
public sealed class GateTests
{
    // What is taken away, and the problem type that says so.
    private static readonly Dictionary<Readiness, (string Type, Func<ClinicState, Actor, ClinicEvent>? Away)> Broken = new()
    {
        [Readiness.FreshNeedle] = ("head-discarded", (_, who) => new HeadDiscarded(who.PersonId, "H-1", "fell down")),
        [Readiness.Screening] = ("contraindicated", (state, who) => new ScreeningUpdated(
            who.PersonId, "P-0001", state.Patients.ScreeningOf("P-0001")!.Id, [new ScreeningAnswer("pregnancy", true)])),
        [Readiness.Consent] = ("consent-withdrawn", (state, who) => new ConsentWithdrawn(
            who.PersonId, "P-0001", state.Patients.ConsentOf("P-0001", "PL-1")!.Id, "changed her mind")),
        [Readiness.Patient] = ("patient-under-treatment", (state, who) => new SessionOpened(
            who.PersonId, state.Treatments.Open.Single().Intent with { SessionId = "elsewhere", HeadId = "H-9", PlanId = "PL-9" }, [], "station-2", "nowhere")),
        [Readiness.Competence] = ("not-signed-off", (_, who) => new CompetenceWithdrawn(who.PersonId, "carla", "gun-5", "left the training")),
        [Readiness.Plan] = ("plan-outdated", (state, who) => new PlanChanged(
            who.PersonId, "PL-1", "fewer", state.Plans.All["PL-1"].Newest().Content() with { PrimeNl = 90_000 })),
        [Readiness.Product] = ("lot-recalled", (_, who) => new LotRecalled(who.PersonId, "L-1", "the maker's letter")),
        [Readiness.Vial] = ("vial-discarded", (_, who) => new VialDiscarded(who.PersonId, "V-1", "clouded")),
        [Readiness.Records] = ("records-out-of-reach", null),
        [Readiness.Calibration] = ("calibration-superseded", (_, _) => IssuedForTests.Issued("C-1", 1)),
    };

    public static TheoryData<Readiness> Items => [.. Enum.GetValues<Readiness>().Where(item => item is not (Readiness.None or Readiness.All))];

    // Aim: the table below is the kernel's own list, and no two gates say the same.
    [Fact]
    [Trait("Requirement", "SR-129")]
    public void Every_prerequisite_of_the_kernel_is_in_the_table()
    {
        Assert.Equal(Items.Select(row => row.Data), Broken.Keys.Order());
        Assert.Equal(Broken.Count, Broken.Values.Select(each => each.Type).Distinct().Count());
        Assert.All(Broken.Values, each => Assert.Contains(each.Type, ProblemCatalogue.All.Keys));
    }

    // Aim: one thing taken away after the session was opened: arming is refused with its type, and only this gate is shut. Before, all stood.
    [Theory]
    [MemberData(nameof(Items))]
    [Trait("Requirement", "SR-129")]
    public async Task What_a_gate_stands_for_taken_away_refuses_arming_with_its_own_type(Readiness item)
    {
        await using ReadyClinic clinic = await ReadyClinic.StartAsync();
        HttpResponseMessage opened = await clinic.OpenAsync();
        Assert.True(opened.StatusCode == HttpStatusCode.Created, await opened.Content.ReadAsStringAsync());
        await clinic.DoAsync((state, _) => Decision.Accept("", new SessionDeviceKnown(
            "station-1", state.Treatments.Open.Single().Intent.SessionId, IssuedForTests.Serial, "1.1.0", "gun-5", new DateOnly(2070, 12, 31))));
        JsonNode before = await ArmAsync(clinic);
        Assert.Equal("urn:mesopen:problem:not-ready", (string?)before["type"]);
        Assert.All(before["gates"]!.AsArray(), gate => Assert.True(gate!["stands"]!.GetValue<bool>(), before.ToJsonString()));

        if (Broken[item].Away is not { } away)
        {
            clinic.Site.Cut = true;
            TreatmentStation station = clinic.Served.Services.GetRequiredService<TreatmentStation>();
            StationAsker carla = new(new Actor("carla", Role.Clinician, "station-1", DateTimeOffset.UnixEpoch), "api");
            StationAnswer refused = await station.ArmAsync(carla, null, CancellationToken.None);
            Assert.Equal((Broken[item].Type, item), (refused.Problem?.Type.Id, Assert.Single(refused.Gates).Item));
            return;
        }

        await clinic.DoAsync((state, who) => Decision.Accept("", away(state, who)));
        JsonNode problem = await ArmAsync(clinic);
        Assert.Equal("urn:mesopen:problem:" + Broken[item].Type, (string?)problem["type"]);
        JsonNode shut = Assert.Single(problem["gates"]!.AsArray(), gate => !gate!["stands"]!.GetValue<bool>())!;
        Assert.Equal(ClinicJsonName(item), (string?)shut["item"]);
        Assert.Equal(Items.Count, problem["gates"]!.AsArray().Count);
    }

    // Aim: as long as the device has not told how it is calibrated, nobody can say that it is in force.
    [Fact]
    [Trait("Requirement", "SR-195")]
    public async Task Device_that_has_not_told_its_calibration_does_not_stand()
    {
        await using ReadyClinic clinic = await ReadyClinic.StartAsync();
        await clinic.OpenAsync();
        JsonNode problem = await ArmAsync(clinic);
        JsonNode shut = Assert.Single(problem["gates"]!.AsArray(), gate => !gate!["stands"]!.GetValue<bool>())!;
        Assert.Equal(("calibration", "urn:mesopen:problem:not-ready"), ((string?)shut["item"], (string?)shut["type"]));
    }

    // Aim: what stands in the way before a session is opened refuses the opening with the same type, and nothing is reserved.
    [Theory]
    [InlineData(Readiness.FreshNeedle)]
    [InlineData(Readiness.Screening)]
    [InlineData(Readiness.Consent)]
    [InlineData(Readiness.Competence)]
    [InlineData(Readiness.Plan)]
    [InlineData(Readiness.Product)]
    [InlineData(Readiness.Vial)]
    public async Task What_a_gate_stands_for_missing_refuses_the_opening_and_reserves_nothing(Readiness item)
    {
        await using ReadyClinic clinic = await ReadyClinic.StartAsync();
        await clinic.DoAsync((state, who) => Decision.Accept("", Broken[item].Away!(state, who)));
        long before = (await clinic.Served.Desk.ReadAsync()).LastSequence;

        Assert.Equal(Broken[item].Type, await TreatingClinic.TypeOf(await clinic.OpenAsync()));
        ClinicState state = await clinic.Served.Desk.ReadAsync();
        Assert.Equal(before, state.LastSequence);
        Assert.Empty(state.Treatments.Open);
    }

    private static string ClinicJsonName(Readiness item) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(item.ToString());

    private static async Task<JsonNode> ArmAsync(ReadyClinic clinic) =>
        (await (await clinic.Client.PostAsJsonAsync("/api/v1/station/arm", new { })).Content.ReadFromJsonAsync<JsonNode>())!;
}
