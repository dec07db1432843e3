using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.People;
using MesoPen.Tests.EndToEnd;

namespace MesoPen.Tests;

/// <summary>One console at a time asks the station; the others watch.</summary>
public sealed class ControlTokenTests
{
    // Aim: who asks first has the control; another console, also of the same person, is refused whatever it asks but stop and pause, and nothing moves;
    // with a reason it takes over, which is in the session's record and told to who follows.
    [Fact]
    public async Task Another_console_is_refused_until_it_takes_over_with_a_reason()
    {
        await using TreatmentRoom room = new(QuickPlan.Slow);
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        using HttpClient tablet = await clinic.Served.ClientAsync(Role.Clinician);
        tablet.DefaultRequestHeaders.Add("Console-Id", "tablet-2");
        JsonNode before = (await clinic.StationAsync())["control"]!;
        Assert.Equal(("clinician", "api"), ((string?)before["person_id"], (string?)before["console"]));

        foreach ((string what, object body) in new (string, object)[]
        {
            ("arm", new { }), ("prime", new { }), ("release", new { reason = "r" }), ("settle", new { reason = "r" }), ("needle", new { head_id = "H-2" }),
            ("close", new { }), ("control", new { }),
        })
        {
            Assert.Equal("controlled-elsewhere", await TreatingClinic.TypeOf(await tablet.PostAsJsonAsync("/api/v1/station/" + what, body)));
        }

        Assert.Empty(room.Truth.Strokes);
        await clinic.DoAsync("arm");
        Assert.True((await tablet.PostAsJsonAsync("/api/v1/station/pause", new { })).IsSuccessStatusCode);
        await clinic.UntilAsync(station => (string?)station["state"] == "Paused" && station["settled"]!.GetValue<bool>());

        JsonNode taken = (await (await tablet.PostAsJsonAsync("/api/v1/station/control", new { reason = "the other tablet is empty" })).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal("tablet-2", (string?)taken["control"]!["console"]);
        Assert.Contains("took the control over from Person clinician (clinician, console api): the other tablet is empty", (string?)taken["notice"], StringComparison.Ordinal);
        Assert.Equal("controlled-elsewhere", await TreatingClinic.TypeOf(await clinic.AskAsync("arm")));
        Assert.True((await tablet.PostAsJsonAsync("/api/v1/station/arm", new { })).IsSuccessStatusCode);
        await clinic.DoAsync("stop");
        Assert.Contains(
            await clinic.Served.Journal.ReadStreamAsync(clinic.SessionId, CancellationToken.None),
            row => row.Kind == "decision" && row.Body.Contains("control taken over", StringComparison.Ordinal) && row.Body.Contains("tablet-2", StringComparison.Ordinal));
    }

    // Aim: the control is free again when its holder gives it up, signs out on that console, or the session ends; another's sign-out frees nothing.
    [Fact]
    public async Task The_control_is_freed_by_giving_it_up_by_signing_out_and_by_the_end_of_the_session()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        using HttpClient browser = await clinic.Served.BrowserAsync(Role.Clinician, "clara");
        browser.DefaultRequestHeaders.Add("Console-Id", "desk-1");
        using HttpClient second = await clinic.Served.BrowserAsync(Role.Clinician, "clara");
        second.DefaultRequestHeaders.Add("Console-Id", "desk-2");

        Assert.Null((await (await clinic.Client.DeleteAsync("/api/v1/station/control")).Content.ReadFromJsonAsync<JsonNode>())!["control"]);
        Assert.True((await browser.PostAsJsonAsync("/api/v1/station/control", new { })).IsSuccessStatusCode);
        await second.DeleteAsync("/api/v1/station/control");
        await second.DeleteAsync("/api/v1/session");
        Assert.Equal("desk-1", (string?)(await clinic.StationAsync())["control"]!["console"]);
        Assert.Equal("controlled-elsewhere", await TreatingClinic.TypeOf(await clinic.AskAsync("arm")));
        await browser.DeleteAsync("/api/v1/session");
        Assert.Null((await clinic.StationAsync())["control"]);

        await clinic.DoAsync("close");
        Assert.Null((await clinic.StationAsync())["control"]);
        Assert.Equal("no-session", await TreatingClinic.TypeOf(await clinic.AskAsync("control")));
    }

    // Aim: the station's view says what a screen beside the patient needs, with the zone's limit and its source, and the menu as it stands.
    [Fact]
    public async Task The_view_says_who_is_treated_with_what_and_how_far_it_is()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        await clinic.TreatZoneAsync();
        JsonNode station = await clinic.StationAsync();
        JsonNode zone = station["zones"]![0]!;
        long delivered = (long)station["delivered_nl"]!;

        Assert.Equal(("P-0001", "AB"), ((string?)station["patient"]!["patient_id"], (string?)station["patient"]!["initials"]));
        Assert.Equal("PL-1", (string?)station["plan"]!["plan_id"]);
        Assert.Equal(
            (5_000_000L, 100_000L, 5_000_000 - 100_000 - delivered),
            ((long)station["product"]!["loaded_nl"]!, (long)station["product"]!["primed_nl"]!, (long)station["product"]!["left_nl"]!));
        Assert.Equal(6, (int)zone["shots"]!);
        Assert.True((long)zone["uncertainty_nl"]! > 0);
        Assert.True((long)zone["limit_nl"]! >= (long)zone["dose_nl"]! * 6);
        Assert.Contains("version", (string?)zone["limit_source"], StringComparison.Ordinal);
        Assert.Equal(["prime", "arm", "pause", "release", "settle", "needle", "close"], station["actions"]!.AsArray().Select(each => (string?)each!["id"]));
        Assert.Equal(
            ["prime", "arm", "needle", "close"], station["actions"]!.AsArray().Where(each => each!["allowed"]!.GetValue<bool>()).Select(each => (string?)each!["id"]));
    }
}
