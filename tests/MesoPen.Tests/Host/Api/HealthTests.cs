using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Api.Health;

namespace MesoPen.Tests;

public sealed class HealthTests
{
    // Aim: a station whose records answer is not down, and says of each check what it found; nobody has to sign in to ask.
    [Fact]
    public async Task A_station_that_serves_says_how_it_stands()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = clinic.Anonymous();
        HttpResponseMessage live = await client.GetAsync("/health/live");
        HttpResponseMessage ready = await client.GetAsync("/health/ready");
        JsonNode answer = (await ready.Content.ReadFromJsonAsync<JsonNode>())!;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode));
        Assert.Equal("ready", (string?)answer["checks"]!.AsArray().Single(each => (string?)each!["check"] == "records")!["state"]);
    }

    // Aim: the worst finding is the answer's, a check that never answers is down in time, and so is one whose records cannot be read.
    [Theory]
    [InlineData(ReadinessState.Ready, ReadinessState.Ready)]
    [InlineData(ReadinessState.Degraded, ReadinessState.Degraded)]
    [InlineData(ReadinessState.Down, ReadinessState.Down)]
    [InlineData(null, ReadinessState.Down)]
    public async Task The_worst_finding_counts(ReadinessState? found, ReadinessState expected)
    {
        HealthAnswer answer = await HealthEndpoints.ExamineAsync([new Check("a", ReadinessState.Ready), new Check("b", found)], TimeProvider.System, default);
        Assert.Equal(expected, answer.State);
        Assert.Equal(["a", "b"], answer.Checks.Select(each => each.Check));
    }

    // Aim: Prometheus finds this program's own figures, by problem type and event kind.
    [Fact]
    public async Task Metrics_count_events_and_problems()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(MesoPen.Host.Clinic.People.Role.Clinician);
        object patient = new { patient_id = "P-0001", initials = "AB", birth_year = 1980, sex = "female", skin_type = 3 };
        await client.PostAsJsonAsync("/api/v1/patients", patient);
        await client.PostAsJsonAsync("/api/v1/patients", patient);
        string metrics = await client.GetStringAsync("/metrics");

        Assert.Contains("kind=\"patient-registered\"} 1", metrics, StringComparison.Ordinal);
        Assert.Contains("problem=\"exists\"} 1", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("P-0001", metrics, StringComparison.Ordinal);
    }

    private sealed class Check(string name, ReadinessState? found) : IReadinessCheck
    {
        public string Name => name;

        public Task<ReadinessFinding> CheckAsync(CancellationToken cancel) => found is { } state
            ? Task.FromResult(new ReadinessFinding(state, "found"))
            : new TaskCompletionSource<ReadinessFinding>().Task;
    }
}
