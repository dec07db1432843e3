using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Tests;

public sealed class OutcomeEndpointsTests
{
    private static readonly object Hydration = new { zone = "forehead", measure = "hydration", value = "41.30", unit = "[arb'U]", day = "2025-05-20", instrument = "Corneometer" };

    // Aim: an outcome is entered, listed in parts, corrected under If-Match, and a correction of an older version is refused and changes nothing.
    [Fact]
    public async Task Outcomes_are_listed_in_parts_and_corrected_by_version()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await Clinician(clinic);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Created, (await client.PostAsJsonAsync("/api/v1/patients/P-1/outcomes", Hydration)).StatusCode);
        }

        JsonNode first = await Get(client, "/api/v1/patients/P-1/outcomes?limit=2");
        JsonNode rest = await Get(client, $"/api/v1/patients/P-1/outcomes?limit=2&after={first["next"]}");
        Assert.Equal((2, 1, true), (first["items"]!.AsArray().Count, rest["items"]!.AsArray().Count, rest["next"] is null));

        HttpResponseMessage read = await client.GetAsync("/api/v1/outcomes/O-00000001");
        HttpResponseMessage put = await Put(client, read.Headers.ETag!.Tag);
        HttpResponseMessage late = await Put(client, read.Headers.ETag!.Tag);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (put.StatusCode, late.StatusCode));
        Assert.Equal("43", (string?)(await Get(client, "/api/v1/outcomes/O-00000001"))["details"]!["value"]);
        Assert.Equal(["41.30", "41.30", "43"], (await Get(client, "/api/v1/patients/P-1/outcomes/series"))[0]!["points"]!.AsArray()
            .Select(point => (string)point!["value"]!).Order(StringComparer.Ordinal));
    }

    // Aim: what cannot be read, does not exist or is not allowed is a clear 4xx with a type, and writes nothing.
    [Theory]
    [InlineData("GET", "/api/v1/patients/P-9/outcomes", "", 404)]
    [InlineData("GET", "/api/v1/patients/P-9/outcomes/series", "", 404)]
    [InlineData("GET", "/api/v1/outcomes/O-9", "", 404)]
    [InlineData("GET", "/api/v1/follow-ups?status=late", "", 400)]
    [InlineData("GET", "/api/v1/adverse-events?limit=0", "", 422)]
    [InlineData("GET", "/api/v1/adverse-events?limit=many", "", 422)]
    [InlineData("POST", "/api/v1/outcomes/O-9/withdrawal", """{"reason":"r"}""", 404)]
    [InlineData("GET", "/api/v1/sessions/S-9/fhir", "", 404)]
    [InlineData("GET", "/api/v1/sessions/S-9/shots.csv", "", 404)]
    [InlineData("GET", "/api/v1/exports/lists/sessions", "", 403)]
    [InlineData("POST", "/api/v1/exports/deidentified", "", 403)]
    [InlineData("GET", "/api/v1/recall/lot", "", 400)]
    [InlineData("POST", "/api/v1/patients/P-1/outcomes", "{", 400)]
    [InlineData("POST", "/api/v1/patients/P-1/outcomes", "{}", 400)]
    [InlineData("POST", "/api/v1/patients/P-1/photos", """{"zone":"neck","day":"2025-05-20","reference":"pacs:1","sha256":"x"}""", 422)]
    [InlineData("POST", "/api/v1/sessions/S-9/follow-ups", """{"day_after":7,"day":"2025-05-20","finding":"well"}""", 404)]
    [InlineData("PUT", "/api/v1/adverse-events/AE-9", """{"details":{"onset_day":"2025-05-20","description":"x","serious":false,"severity":"mild","relation":"possible","outcome":"ongoing"},"reason":"r"}""", 404)]
    [InlineData("PUT", "/api/v1/site/follow-up-schedule", """{"days_after":[84],"grace_days":0}""", 403)]
    public async Task What_cannot_be_is_a_clear_refusal(string method, string address, string body, int status)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await Clinician(clinic);
        long before = (await clinic.Desk.ReadAsync()).LastSequence;
        using HttpRequestMessage request = new(new HttpMethod(method), address);
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        HttpResponseMessage answer = await client.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(before, (await clinic.Desk.ReadAsync()).LastSequence);
    }

    // Aim: an administrator sets the follow-up schedule, and what holds is read back with its version.
    [Fact]
    public async Task The_schedule_is_the_sites()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Administrator);
        using HttpRequestMessage request = new(HttpMethod.Put, "/api/v1/site/follow-up-schedule")
        {
            Content = JsonContent.Create(new { days_after = new[] { 2, 90 }, grace_days = 1 }),
            Headers = { { "If-Match", (await client.GetAsync("/api/v1/site/follow-up-schedule")).Headers.ETag!.Tag } },
        };
        HttpResponseMessage answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("[2,90]", (await Get(client, "/api/v1/site/follow-up-schedule"))["days_after"]!.ToJsonString());
    }

    // Aim: what the treatments' own events say is what recall, follow-up and audit see: a lot within a mixture finds its patient, a contact is
    // entered for a session on record and turns done, figures count its shots.
    [Fact]
    public async Task Recall_follow_up_and_audit_see_the_sessions_on_record()
    {
        MemorySiteJournal journal = new();
        await TreatedClinic.WriteAsync(journal);
        await using ServedClinic clinic = await ServedClinic.StartAsync(journal);
        using HttpClient client = await clinic.ClientAsync(Role.Clinician, "mira");

        Assert.Equal("[\"P-1\"]", (await Get(client, "/api/v1/recall/lot?lot=L-9&product=vit-c"))["patients"]!.ToJsonString());
        Assert.Equal("[\"P-1\"]", (await Get(client, "/api/v1/recall/head?head=H-1"))["patients"]!.ToJsonString());
        foreach (string slip in new[] { "device?serial=SN-78", "lot?lot=l-9", "lot?lot=L-9&product=ha", "head?head=H-2" })
        {
            Assert.Equal(404, (int)(await client.GetAsync(new Uri("/api/v1/recall/" + slip, UriKind.Relative))).StatusCode);
        }


        JsonNode overdue = await Get(client, "/api/v1/follow-ups?status=overdue&on=2025-05-20");
        Assert.Equal([7], overdue["items"]!.AsArray().Select(each => (int)each!["day_after"]!));
        HttpResponseMessage entered = await client.PostAsJsonAsync(
            $"/api/v1/sessions/{TreatedClinic.Session}/follow-ups",
            new { day_after = 7, day = "2025-05-14", finding = "adverse-event", adverse_event_id = "AE-00000001" });
        Assert.Equal(HttpStatusCode.Created, entered.StatusCode);
        Assert.Equal("[]", (await Get(client, "/api/v1/follow-ups?status=overdue&on=2025-05-20"))["items"]!.ToJsonString());

        JsonNode figures = (await Get(client, "/api/v1/audit/figures?from=2025-05-01&to=2025-05-31"))["by_product"]![0]!;
        Assert.Equal(("ha+vit-c", 2, 20_000, 5_000, 1), (
            (string?)figures["key"], (int)figures["shots"]!, (int)figures["delivered_nl"]!, (int)figures["unknown_nl"]!, (int)figures["adverse_events"]!));
    }

    private static async Task<HttpClient> Clinician(ServedClinic clinic)
    {
        HttpClient client = await clinic.ClientAsync(Role.Clinician);
        await client.PostAsJsonAsync("/api/v1/patients", new { patient_id = "P-1", initials = "AB", birth_year = 1980, sex = "female", skin_type = 3 });
        return client;
    }

    private static async Task<HttpResponseMessage> Put(HttpClient client, string version)
    {
        using HttpRequestMessage request = new(HttpMethod.Put, "/api/v1/outcomes/O-00000001")
        {
            Content = JsonContent.Create(new
            {
                details = new { zone = "forehead", measure = "hydration", value = "43", unit = "[arb'U]", day = "2025-05-20", instrument = "Corneometer" },
                reason = "misread",
            }),
            Headers = { { "If-Match", version } },
        };
        return await client.SendAsync(request);
    }

    private static async Task<JsonNode> Get(HttpClient client, string address) => (await client.GetFromJsonAsync<JsonNode>(address))!;
}
