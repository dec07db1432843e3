using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MesoPen.Tests;

/// <summary>What a session would come to, before it is opened.</summary>
public sealed class RehearsalTests
{
    private static readonly object Asked = new
    {
        patient_id = "P-0001", plan_id = "PL-1", plan_version = 1, vial_id = "V-1", head_id = "H-1", loaded_nl = 1_000_000,
    };

    // Aim: a rehearsal answers with every gate, sums and limits of what would be treated, and leaves no trace; then the session opens as rehearsed.
    [Fact]
    public async Task A_rehearsal_says_all_and_changes_nothing()
    {
        await using ReadyClinic clinic = await ReadyClinic.StartAsync();
        long before = (await clinic.Served.Desk.ReadAsync()).LastSequence;
        JsonNode said = await RehearseAsync(clinic, Asked);

        Assert.Null(said["problem"]);
        Assert.Equal(10, said["gates"]!.AsArray().Count);
        Assert.All(said["gates"]!.AsArray(), gate => Assert.True(gate!["stands"]!.GetValue<bool>(), gate.ToJsonString()));
        Assert.Equal((6, 120_000L, 100_000L, 780_000L), ((int)said["shots"]!, (long)said["volume_nl"]!, (long)said["prime_nl"]!, (long)said["left_nl"]!));
        Assert.Equal("forehead", (string?)said["zones"]![0]!["zone"]);
        Assert.Equal((long)said["machine_ms"]!, said["zones"]!.AsArray().Sum(zone => (long)zone!["machine_ms"]!));
        JsonNode depth = said["limits"]!.AsArray().Single(limit => (string?)limit!["kind"] == "tissue-depth-max")!;
        Assert.Equal(("forehead", "um", 1060L), ((string?)depth["zone"], (string?)depth["unit"], (long)depth["value"]!));
        Assert.Contains("at most 1.06 mm", (string?)depth["reason"], StringComparison.Ordinal);
        Assert.Equal(before, (await clinic.Served.Desk.ReadAsync()).LastSequence);
        Assert.True((await clinic.OpenAsync()).IsSuccessStatusCode);
    }

    // Aim: what would keep the session from opening is said with its type and remedy, and the sums all the same.
    [Fact]
    public async Task A_rehearsal_says_what_would_keep_the_session_from_opening()
    {
        await using ReadyClinic clinic = await ReadyClinic.StartAsync();
        JsonNode little = await RehearseAsync(clinic, new
        {
            patient_id = "P-0001", plan_id = "PL-1", plan_version = 1, vial_id = "V-1", head_id = "H-1", loaded_nl = 150_000,
        });
        Assert.NotNull(little["problem"]);
        Assert.Equal(150_000 - 100_000 - 120_000, (long)little["left_nl"]!);
        JsonNode unknown = await RehearseAsync(clinic, new
        {
            patient_id = "P-0001", plan_id = "PL-9", plan_version = 1, vial_id = "V-1", head_id = "H-1", loaded_nl = 1_000_000,
        });
        Assert.NotNull(unknown["problem"]!["remedy"]);

        Assert.True((await clinic.OpenAsync()).IsSuccessStatusCode);
        Assert.Equal("urn:mesopen:problem:station-busy", (string?)(await RehearseAsync(clinic, Asked))["problem"]!["type"]);
    }

    private static async Task<JsonNode> RehearseAsync(ReadyClinic clinic, object asked)
    {
        HttpResponseMessage answer = await clinic.Client.PostAsJsonAsync("/api/v1/sessions/rehearsal", asked);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
