using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MesoPen.Host.Cli;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Exchange;
using MesoPen.Host.Records;
using MesoPen.Tests.Host;

namespace MesoPen.Tests;

public sealed class ExchangeEndpointsTests
{
    private const string Fhir = $"/api/v1/sessions/{TreatedClinic.Session}/fhir";

    // Aim: a session on record becomes a bundle that breaks no rule and says what the journal says: doses, lots, batch, calibration, consent,
    // signature, causes of the adverse event; twice the same bytes, and each time a row that says who took it.
    [Fact]
    public async Task A_session_on_record_becomes_a_bundle()
    {
        await using ServedClinic clinic = await StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Clinician, "mira");
        HttpResponseMessage answer = await client.GetAsync(Fhir);
        string text = await answer.Content.ReadAsStringAsync();
        JsonObject bundle = JsonNode.Parse(text)!.AsObject();

        Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(R4Checker.Faults(bundle));
        Assert.Equal(text, await client.GetStringAsync(Fhir));
        Assert.Equal(["20", "0"], All(bundle, "MedicationAdministration").Select(each => each["dosage"]!["dose"]!["value"]!.ToJsonString()));
        Assert.Equal(["completed", "unknown"], All(bundle, "MedicationAdministration").Select(each => (string)each["status"]!));
        Assert.Equal(["L-1", "L-9"], All(bundle, "Medication").Select(each => (string?)each["batch"]?["lotNumber"]).OfType<string>());
        Assert.Equal(["calibrated", "calibrated"], All(bundle, "DeviceMetric").Select(each => (string)each["calibration"]![0]!["state"]!));
        Assert.Equal("stopped", (string)All(bundle, "Procedure").Single()["status"]!);
        Assert.Equal("standard/2", (string)All(bundle, "Consent").Single()["policyRule"]!["coding"]![0]!["code"]!);
        Assert.Equal("consent explained", (string)All(bundle, "Provenance").Single()["signature"]![0]!["type"]![0]!["code"]!);
        Assert.Equal(5, All(bundle, "AdverseEvent").Single()["suspectEntity"]!.AsArray().Count);
        Assert.Equal("41.30", All(bundle, "Observation").Single()["valueQuantity"]!["value"]!.ToJsonString());

        DataExported[] rows = [.. (await clinic.Journal.ReadClinicAsync(0, 1000, default))
            .Select(row => MesoPen.Host.Clinic.ClinicEventCodec.Decode(row).Event).OfType<DataExported>()];
        Assert.Equal(2, rows.Length);
        Assert.Equal(("mira", "fhir", TreatedClinic.Session), (rows[0].By, rows[0].Form, rows[0].Subject));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync())), rows[0].Sha256);
    }

    // Aim: a shot that was settled later is there once, as it was settled; zones are as the session's end states them.
    [Fact]
    public async Task A_session_on_record_becomes_tables()
    {
        await using ServedClinic clinic = await StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Auditor);
        string[] shots = (await client.GetStringAsync($"/api/v1/sessions/{TreatedClinic.Session}/shots.csv")).Split("\r\n");
        string[] zones = (await client.GetStringAsync($"/api/v1/sessions/{TreatedClinic.Session}/zones.csv")).Split("\r\n");

        Assert.Equal(["101,forehead,delivered,false,1500,9990", "102,forehead,delivered,false,1500,10010", "103,neck,unknown,false,1500,5000"],
            shots[1..4].Select(line => string.Join(',', line.Split(',')[1..7])));
        Assert.Contains(",SN-77,H-1,ha+vit-c,L-1+L-9,forehead,2,20000,0,1500,2025-05-06T09:03:00.000Z,2025-05-06T09:04:00.000Z", zones[1], StringComparison.Ordinal);
        Assert.Contains("sessions", (await client.GetAsync("/api/v1/exports/lists/nothing")).ReasonPhrase + await (await client.GetAsync("/api/v1/exports/lists/nothing")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (string list in (string[])["sessions", "outcomes", "adverse-events", "follow-ups"])
        {
            Assert.True((await client.GetStringAsync("/api/v1/exports/lists/" + list)).Split("\r\n").Length > 2, list);
        }
    }

    // Aim: who may take what: a clinician the own sessions only, an administrator no session and no list, an engineer nothing.
    [Theory]
    [InlineData(Role.Clinician, "otto", Fhir, 403, "not-own-session")]
    [InlineData(Role.Clinician, "otto", $"/api/v1/sessions/{TreatedClinic.Session}/shots.csv", 403, "not-own-session")]
    [InlineData(Role.Clinician, "mira", Fhir, 200, null)]
    [InlineData(Role.Auditor, null, Fhir, 200, null)]
    [InlineData(Role.Administrator, null, Fhir, 403, null)]
    [InlineData(Role.Administrator, null, "/api/v1/exports/lists/sessions", 403, null)]
    [InlineData(Role.Administrator, null, "/api/v1/exports/deidentified/preview", 200, null)]
    [InlineData(Role.Auditor, null, "/api/v1/exports/deidentified/preview", 200, null)]
    [InlineData(Role.Clinician, "mira", "/api/v1/exports/deidentified/preview", 403, null)]
    [InlineData(Role.Engineer, null, Fhir, 403, null)]
    public async Task Each_role_takes_what_it_may(Role role, string? person, string address, int status, string? problem)
    {
        await using ServedClinic clinic = await StartAsync();
        using HttpClient client = await clinic.ClientAsync(role, person);
        HttpResponseMessage answer = await client.GetAsync(address);
        Assert.Equal(status, (int)answer.StatusCode);
        if (problem is not null)
        {
            Assert.Equal("urn:mesopen:problem:" + problem, (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["type"]);
        }
    }

    // Aim: a de-identified export over the API holds the session and no id of it, and is written down; a preview is not.
    [Fact]
    public async Task A_deidentified_export_is_written_down()
    {
        await using ServedClinic clinic = await StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Administrator);
        long before = (await clinic.Desk.ReadAsync()).LastSequence;
        string preview = await client.GetStringAsync("/api/v1/exports/deidentified/preview");
        Assert.Equal(before, (await clinic.Desk.ReadAsync()).LastSequence);
        HttpResponseMessage answer = await client.PostAsync("/api/v1/exports/deidentified", null);
        string export = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before + 1, (await clinic.Desk.ReadAsync()).LastSequence);
        Assert.All([preview, export], text =>
        {
            Assert.Contains("forehead", text, StringComparison.Ordinal);
            Assert.All((string[])["P-1", TreatedClinic.Session, "mira", "SN-77", "L-1", "Nodule", "2025"], each => Assert.DoesNotContain(each, text, StringComparison.Ordinal));
        });
    }

    // Aim: without a server the same bundle comes out of the folder, byte for byte; what is not there is said in one sentence.
    [Fact]
    public async Task The_folder_gives_the_same_bundle()
    {
        using TempFolder folder = new();
        string served;
        await using (SqliteSiteJournal journal = SqliteSiteJournal.Open(folder.Path))
        {
            await TreatedClinic.WriteAsync(journal);
            await using ServedClinic clinic = await ServedClinic.StartAsync(journal);
            using HttpClient client = await clinic.ClientAsync(Role.Auditor);
            served = await client.GetStringAsync(Fhir);
        }

        Assert.Equal((0, served), await RunAsync("export", "fhir", TreatedClinic.Session, "--data", folder.Path));
        (int code, string said) = await RunAsync("export", "shots", "S-9", "--data", folder.Path);
        Assert.Equal(2, code);
        Assert.Contains("no clinic's record of a session S-9", said, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("export", "zones", TreatedClinic.Session, "--data", folder.Path, "--out", folder.File("zones.csv"))).Code);
        Assert.Equal(2, (await RunAsync("export", "zones", TreatedClinic.Session, "--data", folder.Path, "--out", folder.File("zones.csv"))).Code);
    }

    private static async Task<ServedClinic> StartAsync()
    {
        MemorySiteJournal journal = new();
        await TreatedClinic.WriteAsync(journal);
        return await ServedClinic.StartAsync(journal);
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        using StringWriter output = new();
        int code = await CommandLine.RunAsync(args, new CliContext(output, output, TimeProvider.System), (_, _) => Task.FromResult(0));
        return (code, output.ToString());
    }

    private static IEnumerable<JsonNode> All(JsonObject bundle, string type) =>
        bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!).Where(resource => (string?)resource["resourceType"] == type);
}
