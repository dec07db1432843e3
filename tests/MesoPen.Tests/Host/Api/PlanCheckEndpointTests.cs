using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Tests;

public sealed class PlanCheckEndpointTests
{
    // Aim: the catalogue shows each number with its source; a number without a source is not there.
    [Fact]
    public async Task Catalogue_shows_numbers_with_their_sources()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Auditor);
        JsonNode zones = (await client.GetFromJsonAsync<JsonNode>("/api/v1/zones"))!;
        JsonNode forehead = zones["zones"]!.AsArray().Single(zone => (string?)zone!["id"] == "forehead")!;
        JsonNode depth = forehead["values"]!.AsArray().Single(value => (string?)value!["key"] == "depth_max_um")!;
        Assert.Equal((1060, "meng-2022"), ((int)depth["value"]!, (string?)depth["source"]!["id"]));
        JsonNode neck = zones["zones"]!.AsArray().Single(zone => (string?)zone!["id"] == "decolletage")!;
        Assert.DoesNotContain(neck["values"]!.AsArray(), value => (string?)value!["key"] == "depth_max_um");
    }

    // Aim: the profiles are told with what a plan for them may ask.
    [Fact]
    public async Task Profiles_show_what_a_plan_may_ask()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        JsonNode profiles = (await client.GetFromJsonAsync<JsonNode>("/api/v1/device-profiles"))!;
        Assert.Equal(["gun-5", "gun-9", "pen-1"], profiles["profiles"]!.AsArray().Select(profile => (string?)profile!["id"]));
    }

    // Aim: a check answers with everything that stands against a plan, and enters nothing into the records.
    [Fact]
    public async Task Check_answers_and_changes_nothing()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        long before = (await clinic.Desk.ReadAsync()).LastSequence;
        HttpResponseMessage answer = await client.PostAsJsonAsync("/api/v1/plans/check", new
        {
            content = new
            {
                product_id = "HA-15", device_family = "gun-5", prime_nl = 100_000, sticks_max = 200, sticks_reason = "One head a session",
                zones = new[]
                {
                    new
                    {
                        zone = "forehead", technique = "stamp", trigger = "repeat", points = 6, dose_nl = 20_000, needle_length_um = 1500, angle_deg = 90,
                        spacing_um = 10_000, min_interval_ms = 112,
                    },
                },
                course = new { sessions = 3, interval = new { min_days = 14, max_days = 28 } },
            },
        });
        JsonNode check = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False((bool)check["allowed"]!);
        Assert.Contains(check["refusals"]!.AsArray(), refusal => (string?)refusal!["field"] == "product_id");
        Assert.Contains(check["refusals"]!.AsArray(), refusal => ((string?)refusal!["zone"], (string?)refusal["field"]) == ("forehead", "needle_length_um"));
        Assert.Equal(before, (await clinic.Desk.ReadAsync()).LastSequence);
    }
}
