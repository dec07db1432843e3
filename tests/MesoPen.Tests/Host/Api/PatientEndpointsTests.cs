using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Tests;

public sealed class PatientEndpointsTests
{
    private static readonly object Patient = new { patient_id = "P-0001", initials = "AB", birth_year = 1980, sex = "female", skin_type = 3 };

    // Aim: a patient who was registered is found again, with the version as ETag; the same request with the same key acts once.
    [Fact]
    public async Task A_registered_patient_is_found_and_a_repeated_request_acts_once()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        using HttpRequestMessage first = Post("K1");
        using HttpRequestMessage again = Post("K1");
        HttpResponseMessage made = await client.SendAsync(first);
        HttpResponseMessage repeated = await client.SendAsync(again);
        HttpResponseMessage found = await client.GetAsync(made.Headers.Location);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (made.StatusCode, repeated.StatusCode));
        Assert.Equal(await made.Content.ReadAsStringAsync(), await repeated.Content.ReadAsStringAsync());
        Assert.Equal("AB", (string?)(await found.Content.ReadFromJsonAsync<JsonNode>())!["initials"]);
        Assert.NotNull(found.Headers.ETag);
        Assert.Single((await clinic.Desk.ReadAsync()).Patients.All);
    }

    // Aim: the same patient twice, without a key, is refused with a type that programs can tell, and changes nothing.
    [Fact]
    public async Task A_second_patient_of_the_same_id_is_refused()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        await client.PostAsJsonAsync("/api/v1/patients", Patient);
        long before = (await clinic.Desk.ReadAsync()).LastSequence;
        HttpResponseMessage answer = await client.PostAsJsonAsync("/api/v1/patients", Patient);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("urn:mesopen:problem:exists", (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["type"]);
        Assert.Equal(before, (await clinic.Desk.ReadAsync()).LastSequence);
    }

    private static HttpRequestMessage Post(string key) => new(HttpMethod.Post, "/api/v1/patients")
    {
        Content = JsonContent.Create(Patient),
        Headers = { { "Idempotency-Key", key } },
    };
}
