using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Requests;

namespace MesoPen.Tests;

public sealed class IdempotencyTests
{
    private static readonly HttpMethod Post = HttpMethod.Post;

    // Aim: ten equal requests at once, as a client sends that sees no answer, act once and get one answer.
    [Fact]
    public async Task The_same_request_many_times_at_once_acts_once()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        long before = (await clinic.Desk.ReadAsync()).LastSequence;
        string key = "b4b0f5f2-6a35-4f0c-9f0e-3f2f6b3c1d2e";
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            client.AskAsync(Post, "/api/v1/patients", Patient("P-1"), ("Idempotency-Key", key))));
        string[] bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));

        Assert.All(answers, answer => Assert.Equal(201, (int)answer.StatusCode));
        Assert.Single(bodies.Distinct());
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(before + 2, (await clinic.Desk.ReadAsync()).LastSequence);
    }

    // Aim: a key with another request, another query or another address is refused; another person's same key is another key.
    [Fact]
    public async Task A_key_belongs_to_one_request_of_one_person()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient one = await clinic.ClientAsync(Role.Clinician, "one");
        using HttpClient two = await clinic.ClientAsync(Role.Clinician, "two");
        (string, string) key = ("Idempotency-Key", "K-1");

        Assert.Equal("201", await one.KindAsync(Post, "/api/v1/patients", Patient("P-1"), key));
        Assert.Equal("422 key-reused", await one.KindAsync(Post, "/api/v1/patients", Patient("P-2"), key));
        Assert.Equal("422 key-reused", await one.KindAsync(Post, "/api/v1/patients?x=1", Patient("P-1"), key));
        Assert.Equal("409 exists", await two.KindAsync(Post, "/api/v1/patients", Patient("P-1"), key));
        Assert.Equal("201", await two.KindAsync(Post, "/api/v1/patients", Patient("P-2"), key));
        Assert.Equal("201", await one.KindAsync(Post, "/api/v1/patients", Patient("P-1"), key));
        Assert.Equal(2, (await clinic.Desk.ReadAsync()).Patients.All.Count);
    }

    // Aim: a key that cannot be is refused and changes nothing.
    [Theory]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task A_key_that_cannot_be_is_refused(string key)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        Assert.Equal("422 invalid", await client.KindAsync(Post, "/api/v1/patients", Patient("P-1"), ("Idempotency-Key", key)));
        Assert.Empty((await clinic.Desk.ReadAsync()).Patients.All);
    }

    // Aim: after a day a key is new, and answers older than a day are in nobody's memory.
    [Fact]
    public async Task Answers_are_forgotten_after_a_day()
    {
        ClinicClock clock = new();
        await using ServedClinic clinic = await ServedClinic.StartAsync(clock: clock);
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        for (int each = 0; each < 5; each++)
        {
            Assert.Equal("201", await client.KindAsync(Post, "/api/v1/patients", Patient($"P-{each}"), ("Idempotency-Key", $"K{each}")));
            clock.Pass(TimeSpan.FromHours(1));
        }

        clock.Pass(TimeSpan.FromHours(18.9));
        Assert.Equal("201", await client.KindAsync(Post, "/api/v1/patients", Patient("P-0"), ("Idempotency-Key", "K0")));
        clock.Pass(TimeSpan.FromHours(0.1));
        Assert.Equal("409 exists", await client.KindAsync(Post, "/api/v1/patients", Patient("P-0"), ("Idempotency-Key", "K0")));
        clock.Pass(TimeSpan.FromHours(10));
        using HttpClient again = await clinic.ClientAsync(Role.Clinician, "again");
        Assert.Equal("201", await again.KindAsync(Post, "/api/v1/patients", Patient("P-9"), ("Idempotency-Key", "K9")));
        Assert.Equal(1, (await clinic.Desk.ReadAsync()).Requests.Count);
    }

    // Aim: a key that is used anew while its old answer is forgotten keeps the newer answer.
    [Fact]
    public void Forgetting_an_old_answer_leaves_a_newer_one_of_the_same_key()
    {
        DateTimeOffset began = new(2031, 5, 6, 9, 0, 0, TimeSpan.Zero);
        RequestsState state = RequestsState.Empty
            .Apply(new ClinicFact(1, began, Answer("K", "old")))
            .Apply(new ClinicFact(2, began.AddHours(23.9), Answer("K", "new")))
            .Apply(new ClinicFact(3, began.AddHours(25), Answer("L", "other")));

        Assert.Equal("new", state.Find("ada", "K", began.AddHours(25))?.Id);
        Assert.Null(state.Find("bob", "K", began.AddHours(25)));
        Assert.Equal(2, state.Count);
    }

    private static RequestAnswered Answer(string key, string id) => new("ada", key, "00", 200, null, id, "{}");

    private static JsonObject Patient(string id) =>
        new() { ["patient_id"] = id, ["initials"] = "AB", ["birth_year"] = 1980, ["sex"] = "female", ["skin_type"] = 3 };
}
