using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Tests;

/// <summary>A session whose station is lost.</summary>
public sealed class AbandonTests
{
    // Aim: two different people end it, by their signatures; everything planned counts as given, the vial's volume as gone, and the patient is free for
    // another session. One alone cannot, and a station that has its session ends it itself.
    [Fact]
    public async Task Two_people_give_up_a_session_whose_station_is_lost_and_everything_counts_as_given()
    {
        await using ReadyClinic clinic = await ReadyClinic.StartAsync();
        Assert.True((await clinic.OpenAsync()).IsSuccessStatusCode);
        string here = (await clinic.Served.Desk.ReadAsync()).Treatments.Open.Single().Intent.SessionId;
        using HttpClient carla = await clinic.Served.SignerAsync(Role.Clinician, "carla");
        using HttpClient ada = await clinic.Served.SignerAsync(Role.Administrator, "ada");
        Assert.Equal("not-ready", await TreatingClinic.TypeOf(await AskAsync(carla, here, "", new { reason = "burnt" })));

        // The same session, as another station would have it that burnt down.
        TreatmentIntent open = (await clinic.Served.Desk.ReadAsync()).Treatments.Open.Single().Intent;
        await clinic.Client.PostAsJsonAsync("/api/v1/station/close", new { });
        const string Lost = "lost-1";
        await clinic.Served.DoAsync((_, _) => Decision.Accept(Lost, new SessionOpened(
            "carla", open with { SessionId = Lost }, [], "station-2", "COM7")));

        Assert.Equal("not-now", await TreatingClinic.TypeOf(await AskAsync(ada, Lost, "/agreement", "")));
        Assert.True((await AskAsync(carla, Lost, "", new { reason = "station 2 burnt down" })).IsSuccessStatusCode);
        Assert.Equal("second-person-needed", await TreatingClinic.TypeOf(await AskAsync(carla, Lost, "/agreement", "")));
        using HttpClient unsigned = await clinic.Served.ClientAsync(Role.Administrator, "ada");
        Assert.Equal("fresh-sign-in-needed", await TreatingClinic.TypeOf(await AskAsync(unsigned, Lost, "/agreement", "")));
        HttpResponseMessage agreed = await AskAsync(ada, Lost, "/agreement", "");
        Assert.True(agreed.IsSuccessStatusCode, await agreed.Content.ReadAsStringAsync());

        JsonNode ended = (await agreed.Content.ReadFromJsonAsync<JsonNode>())!["ended"]!;
        Assert.Equal(("abandoned", 0L), ((string?)ended["outcome"], (long)ended["left_over_nl"]!));
        JsonNode zone = ended["zones"]!.AsArray().Single()!;
        Assert.Equal((6, 120_000L, 0L), ((int)zone["unknown_shots"]!, (long)zone["unknown_nl"]!, (long)zone["delivered_nl"]!));
        ClinicState state = await clinic.Served.Desk.ReadAsync();
        Assert.Empty(state.Treatments.Open);
        Assert.True(state.Treatments.All[Lost].MayHaveDelivered);
        Assert.Equal("session-over", await TreatingClinic.TypeOf(await AskAsync(carla, Lost, "", new { reason = "again" })));
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string session, string what, object body) =>
        client.PostAsJsonAsync($"/api/v1/sessions/{session}/abandonment{what}", body);
}
