using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.Patients.Screening;
using MesoPen.Host.Clinic.Plans;

namespace MesoPen.Tests;

/// <summary>What in a patient's file blocks the next session, told before anything is chosen for it.</summary>
public sealed class PatientBlocksTests
{
    // Aim: a patient who may be treated is not held up; and what the gates would say of the file is said, with what it is about, and with nothing that only
    // a session has.
    [Fact]
    public async Task The_file_is_judged_as_the_gates_judge_it()
    {
        await using ReadyClinic clinic = await ReadyClinic.StartAsync();
        Assert.Empty(await BlocksAsync(clinic));

        await AnswerAsync(clinic, ("pregnancy", null), ("diabetes", null), ("infection-or-rash", "forehead"));
        JsonArray blocks = await BlocksAsync(clinic);
        Assert.Equal(["contraindicated", "caution-not-acknowledged", "infection-in-zone"], blocks.Select(TypeOf));
        Assert.Equal((null, "pregnancy"), ((string?)blocks[0]!["plan_id"], (string?)blocks[0]!["questions"]![0]));
        Assert.Equal(("PL-1", "forehead"), ((string?)blocks[2]!["plan_id"], (string?)blocks[2]!["zone"]));
        Assert.All(blocks, block => Assert.NotEmpty((string)block!["remedy"]!));

        await AnswerAsync(clinic, ("infection-or-rash", "neck"));
        Assert.Empty(await BlocksAsync(clinic));
        await AnswerAsync(clinic, [], "keloid");
        Assert.Equal(["screening-incomplete"], (await BlocksAsync(clinic)).Select(TypeOf));
    }

    // Aim: consent and plan of each open series are looked at; an ended one counts for nothing, and without any that is what blocks.
    [Fact]
    public async Task Consent_and_series_are_looked_at_plan_by_plan()
    {
        await using ReadyClinic clinic = await ReadyClinic.StartAsync();
        ClinicState state = await clinic.Served.Desk.ReadAsync();
        string consent = state.Patients.ConsentOf("P-0001", "PL-1")!.Id;
        await clinic.DoAsync((now, who) => ConsentRules.Withdraw(now, "P-0001", consent, new WithdrawEntry("A wish"), who));
        Assert.Equal(["consent-withdrawn"], (await BlocksAsync(clinic)).Select(TypeOf));
        string drawn = await clinic.DoAsync((now, who) => ConsentRules.DrawUp(now, "P-0001", new DrawUpConsent("PL-1"), who));
        JsonNode unsigned = Assert.Single(await BlocksAsync(clinic))!;
        Assert.Equal(("consent-unsigned", "patient", drawn), (TypeOf(unsigned), (string?)unsigned["signature"], (string?)unsigned["consent"]));

        await clinic.DoAsync((now, who) => PatientRules.Note(
            now, "P-0001", new NoteOtherTreatment(OtherTreatmentKind.Peel, who.Today, []), who, clinic.Hardware));
        Assert.Equal(["consent-unsigned", "combination-unstated"], (await BlocksAsync(clinic)).Select(TypeOf));

        await clinic.DoAsync((now, who) => PlanRules.End(now, "PL-1", new EndPlan("Moved away"), who));
        Assert.Equal(["plan-missing"], (await BlocksAsync(clinic)).Select(TypeOf));
        Assert.Equal(HttpStatusCode.NotFound, (await clinic.Client.GetAsync("/api/v1/patients/P-9/blocks")).StatusCode);
    }

    private static string TypeOf(JsonNode? block) => ((string)block!["type"]!)["urn:mesopen:problem:".Length..];

    private static async Task<JsonArray> BlocksAsync(ReadyClinic clinic) =>
        (await clinic.Client.GetFromJsonAsync<JsonNode>("/api/v1/patients/P-0001/blocks"))!["blocks"]!.AsArray();

    private static Task AnswerAsync(ReadyClinic clinic, params (string Question, string? Zone)[] yes) => AnswerAsync(clinic, yes, "");

    private static async Task AnswerAsync(ReadyClinic clinic, (string Question, string? Zone)[] yes, string leaves)
    {
        ScreeningAnswer Given(string question) => yes.Where(each => each.Question == question).Select(each => new ScreeningAnswer(question, true)
        {
            Zones = each.Zone is { } zone ? [zone] : null,
        }).FirstOrDefault() ?? new ScreeningAnswer(question, false);
        await clinic.DoAsync((state, who) => ScreeningRules.Take(
            state, "P-0001",
            new TakeScreening(ScreeningCatalogue.Version, [.. ScreeningCatalogue.All.Where(each => each.Id != leaves).Select(each => Given(each.Id))]),
            who, clinic.Hardware));
    }
}
