using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.Patients.Screening;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;

namespace MesoPen.Tests;

public sealed class PatientPathTests
{
    private const string Api = "/api/v1";

    // Aim: from patient to signed consent by the API alone, each step answered with what it made.
    [Fact]
    public async Task Patient_is_screened_planned_and_consents_by_the_api()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await PlannedAsync(clinic);

        JsonNode questions = await GetAsync(client, "/screening-questions");
        Assert.Equal(ScreeningCatalogue.All.Length, questions["questions"]!.AsArray().Count);
        JsonNode screening = await SendAsync(client, "/patients/P-0001/screenings", new TakeScreening(
            (int)questions["catalogue_version"]!, [.. PatientBench.AllNo().Where(answer => answer.Question != "alcohol"), PatientBench.Yes("alcohol")]));
        string path = $"/patients/P-0001/screenings/{screening["id"]}";
        AcknowledgeCaution weighed = new("alcohol", "a glass last evening");
        Assert.Equal("urn:mesopen:problem:version-needed", await ProblemOf(await PostAsync(client, path + "/acknowledgements", weighed)));
        await SendAsync(client, path + "/acknowledgements", weighed, (await client.GetAsync(Api + path)).Headers.ETag!.Tag);
        await SendAsync(client, "/patients/P-0001/clearances", new AttachClearance(
            "autoimmune", "Dr Clear", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), "letter in the file"));
        await SendAsync(client, "/patients/P-0001/assessments", new Assess(new Findings(Grade.Mild, Thickness.Thin, Grade.None, "", "")));
        await SendAsync(client, "/patients/P-0001/other-treatments", new NoteOtherTreatment(OtherTreatmentKind.Peel, new DateOnly(2026, 1, 1), []));

        JsonNode consent = await SendAsync(client, "/patients/P-0001/consents", new DrawUpConsent("PL-1"));
        string id = (string)consent["consent"]!["id"]!;
        string sha256 = (string)consent["consent"]!["sha256"]!;
        Assert.Equal(ConsentTexts.Default.Title, (string?)consent["text"]!["title"]);
        JsonNode signed = await SendAsync(client, $"/patients/P-0001/consents/{id}/patient-signature", new SignByPatient(sha256, PatientBench.Drawing));
        Assert.StartsWith("M50 100", (string?)signed["signature_path"], StringComparison.Ordinal);
        HttpResponseMessage stale = await PostAsync(client, $"/patients/P-0001/consents/{id}/clinician-signature", new SignByClinician(sha256));
        Assert.Equal("urn:mesopen:problem:fresh-sign-in-needed", await ProblemOf(stale));

        ClinicState state = await clinic.Desk.ReadAsync();
        Assert.Equal(
            (1, 1, 1, 1, 1),
            (state.Patients.FileOf("P-0001").Screenings.Length, state.Patients.FileOf("P-0001").Clearances.Length,
                state.Patients.FileOf("P-0001").Assessments.Length, state.Patients.FileOf("P-0001").OtherTreatments.Length,
                state.Patients.FileOf("P-0001").Consents.Length));
        foreach (string list in (string[])["screenings", "clearances", "assessments", "other-treatments", "consents"])
        {
            JsonArray items = (await GetAsync(client, $"/patients/P-0001/{list}"))["items"]!.AsArray();
            Assert.Single(items);
            Assert.NotNull(await GetAsync(client, $"/patients/P-0001/{list}/{items[0]!["id"]}"));
        }
    }

    // Aim: lists come in parts, with where every series stands; what is overdue is found.
    [Fact]
    public async Task Lists_show_series_due_and_overdue_in_parts()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await PlannedAsync(clinic);
        await SendAsync(client, "/patients", new RegisterPatient("P-0002", "CD", 1990, Sex.Male, 2));
        await SendAsync(client, "/plans", new MakePlan("PL-2", "P-0002", "Late", "PR-1", Today().AddDays(-100)));

        JsonNode first = await GetAsync(client, "/patients?limit=1");
        JsonNode second = await GetAsync(client, $"/patients?limit=1&after={first["next"]}");
        Assert.Equal(("P-0001", "P-0002"), ((string?)first["items"]![0]!["patient"]!["id"], (string?)second["items"]![0]!["patient"]!["id"]));
        Assert.Null(second["next"]);
        JsonNode series = second["items"]![0]!["series"]![0]!;
        Assert.Equal((true, true, 0, 3), ((bool)series["due"]!, (bool)series["overdue"]!, (int)series["given"]!, (int)series["sessions"]!));
        Assert.Equal(["PL-1", "PL-2"], Plans(await GetAsync(client, "/due-sessions")));
        Assert.Equal(["PL-2"], Plans(await GetAsync(client, "/due-sessions?overdue=true")));
        Assert.Equal(4, (await GetAsync(client, "/plans/PL-1/schedule"))["due"]!.AsArray().Count);
        Assert.Single((await GetAsync(client, "/plans?patient=P-0002"))["items"]!.AsArray());

        static IEnumerable<string?> Plans(JsonNode list) => list["items"]!.AsArray().Select(item => (string?)item!["plan_id"]);
    }

    // Aim: who changes what another has changed meanwhile is told so, and changes nothing.
    [Theory]
    [InlineData("/patients/P-0001")]
    [InlineData("/protocols/PR-1")]
    [InlineData("/plans/PL-1")]
    public async Task Change_upon_an_older_version_is_refused(string path)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await PlannedAsync(clinic);
        string tag = (await client.GetAsync(Api + path)).Headers.ETag!.Tag;
        HttpResponseMessage done = await client.SendAsync(Change(tag, 4));
        HttpResponseMessage late = await client.SendAsync(Change(tag, 5));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (done.StatusCode, late.StatusCode));
        Assert.NotEqual(tag, done.Headers.ETag!.Tag);

        HttpRequestMessage Change(string version, int number) => new(HttpMethod.Put, Api + path)
        {
            Content = path.StartsWith("/patients", StringComparison.Ordinal)
                ? JsonContent.Create(new CorrectPatient("slip", "AC", 1980 + number, Sex.Female, 3), options: ClinicJson.Options)
                : JsonContent.Create(
                    new ChangePlan("more", PatientBench.Content with { Course = PatientBench.Course with { Sessions = number } }), options: ClinicJson.Options),
            Headers = { { "If-Match", version } },
        };
    }

    // Aim: what is malformed, of the wrong type, unknown or beyond limits is a clear 4xx and changes nothing.
    [Theory]
    [InlineData("/patients", "")]
    [InlineData("/patients", "{")]
    [InlineData("/patients", "[]")]
    [InlineData("/patients", "null")]
    [InlineData("/patients", """{"patient_id":"P-3","initials":"AB","birth_year":1980,"sex":"female","skin_type":3,"name":"Alice"}""")]
    [InlineData("/patients", """{"patient_id":"P-3","initials":"AB","birth_year":"1980","sex":"female","skin_type":3}""")]
    [InlineData("/patients", """{"patient_id":"../P-3","initials":"AB","birth_year":1980,"sex":"female","skin_type":3}""")]
    [InlineData("/patients", """{"patient_id":"P-3","initials":"<b>","birth_year":1980,"sex":"female","skin_type":3}""")]
    [InlineData("/patients", """{"patient_id":"P-3","initials":null,"birth_year":1980,"sex":"female","skin_type":3}""")]
    [InlineData("/patients/P-0001/screenings", """{"catalogue_version":1,"answers":null}""")]
    [InlineData("/patients/P-0001/screenings", """{"catalogue_version":1,"answers":[null]}""")]
    [InlineData("/patients/P-0001/screenings", """{"catalogue_version":1,"answers":[{"question":null,"yes":true}]}""")]
    [InlineData("/patients/P-0001/screenings", """{"catalogue_version":1,"answers":[{"question":"hypersensitivity","yes":true,"substances":[null]}]}""")]
    [InlineData("/patients/P-0001/screenings", """{"catalogue_version":1,"answers":[{"question":"infection-or-rash","yes":true,"zones":[null]}]}""")]
    [InlineData("/patients/P-0001/other-treatments", """{"kind":"peel","day":"2026-01-01","zones":[null]}""")]
    [InlineData("/patients/P-0001/other-treatments", """{"kind":"peel","day":"yesterday","zones":[]}""")]
    [InlineData("/patients/P-0001/clearances", """{"question":"autoimmune","given_by":"x","given_on":"2026-01-01","valid_until":"9999-12-31","reference":"y"}""")]
    [InlineData("/patients/P-0001/consents", """{"plan_id":null}""")]
    [InlineData("/patients/P-0001/assessments", """{"findings":null}""")]
    [InlineData("/plans", """{"plan_id":"PL-3","patient_id":"P-0001","title":"x","protocol_id":"PR-1","starts_on":"2026-02-30"}""")]
    [InlineData("/plans", """{"plan_id":"PL-3","patient_id":"P-0001","title":"x","protocol_id":null,"starts_on":"2026-02-03"}""")]
    [InlineData("/protocols", """{"protocol_id":"PR-3","title":"x","content":{"product_id":"HA-1","device_family":null,"prime_nl":1,"sticks_max":1,"sticks_reason":"x","zones":[],"course":null}}""")]
    public async Task Malformed_request_is_refused_and_changes_nothing(string path, string body)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await PlannedAsync(clinic);
        long before = (await clinic.Desk.ReadAsync()).LastSequence;
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        HttpResponseMessage answer = await client.PostAsync(Api + path, content);
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal(before, (await clinic.Desk.ReadAsync()).LastSequence);
    }

    // Aim: an address that names nothing is 404, whatever part of it is wrong.
    [Theory]
    [InlineData("/patients/P-9")]
    [InlineData("/patients/P-9/screenings")]
    [InlineData("/patients/P-9/consents")]
    [InlineData("/patients/P-0001/screenings/S-9")]
    [InlineData("/patients/P-0001/consents/C-9")]
    [InlineData("/patients/P-0001/clearances/M-9")]
    [InlineData("/patients/P-0001/assessments/A-9")]
    [InlineData("/patients/P-0001/other-treatments/O-9")]
    [InlineData("/plans/PL-9")]
    [InlineData("/plans/PL-9/schedule")]
    [InlineData("/protocols/PR-9")]
    [InlineData("/consent-texts/none")]
    public async Task Unknown_address_is_not_found(string path)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await PlannedAsync(clinic);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Api + path)).StatusCode);
    }

    private static async Task<HttpClient> PlannedAsync(ServedClinic clinic)
    {
        using HttpClient administrator = await clinic.ClientAsync(Role.Administrator);
        JsonNode product = JsonSerializer.SerializeToNode(PatientBench.Sheet, ClinicJson.Options)!;
        product["product_id"] = PatientBench.ProductId;
        (await administrator.PostAsJsonAsync(Api + "/products", product)).EnsureSuccessStatusCode();
        HttpClient client = await clinic.ClientAsync(Role.Clinician);
        await SendAsync(client, "/patients", new RegisterPatient("P-0001", "AB", 1980, Sex.Female, 3));
        await SendAsync(client, "/protocols", new MakeProtocol("PR-1", "Cheek", PatientBench.Content));
        await SendAsync(client, "/plans", new MakePlan("PL-1", "P-0001", "Cheek", "PR-1", Today()));
        return client;
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static Task<HttpResponseMessage> PostAsync<T>(HttpClient client, string path, T body) => client.PostAsJsonAsync(Api + path, body, ClinicJson.Options);

    private static async Task<JsonNode> SendAsync<T>(HttpClient client, string path, T body, string? tag = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Api + path) { Content = JsonContent.Create(body, options: ClinicJson.Options) };
        if (tag is not null)
        {
            request.Headers.Add("If-Match", tag);
        }

        HttpResponseMessage answer = await client.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return JsonNode.Parse(text)!;
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string path) => (await client.GetFromJsonAsync<JsonNode>(Api + path))!;

    private static async Task<string?> ProblemOf(HttpResponseMessage answer) => (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["type"];
}
