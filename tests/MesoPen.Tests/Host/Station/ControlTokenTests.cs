using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Input;
using MesoPen.Host.Links;
using MesoPen.Host.Records;
using MesoPen.Host.Station;
using MesoPen.Kernel;
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
        await WrittenAsync(clinic, row => row.Kind == "decision" && row.Body.Contains("control taken over", StringComparison.Ordinal)
            && row.Body.Contains("tablet-2", StringComparison.Ordinal));
    }

    // Aim: a console asks to arm or to prime, and while the gates read the records another takes the control over: nothing moves for the first one. The
    // second asks the same and gets it.
    [Theory]
    [InlineData("arm", 2)]
    [InlineData("prime", 1)]
    public async Task Who_loses_the_control_while_the_gates_are_asked_moves_nothing(string what, int look)
    {
        await using TreatmentRoom room = new(QuickPlan.Slow);
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        using HttpClient tablet = await clinic.Served.ClientAsync(Role.Clinician);
        tablet.DefaultRequestHeaders.Add("Console-Id", "tablet-2");
        long primed = (long)(await clinic.StationAsync())["product"]!["primed_nl"]!;
        using ManualResetEventSlim asked = new();
        using ManualResetEventSlim on = new();
        int looks = 0;
        clinic.Gates.Asked = item =>
        {
            if (item == Readiness.Records && Interlocked.Increment(ref looks) == look)
            {
                asked.Set();
                on.Wait(TimeSpan.FromSeconds(60));
            }
        };
        Task<HttpResponseMessage> asking = Task.Run(() => clinic.AskAsync(what));
        Assert.True(asked.Wait(TimeSpan.FromSeconds(60)));
        try
        {
            Assert.Equal("200", await tablet.KindAsync(HttpMethod.Post, "/api/v1/station/control", new { reason = "the other tablet is elsewhere" }));
        }
        finally
        {
            on.Set();
        }

        Assert.Equal("409 controlled-elsewhere", await (await asking).KindAsync());
        JsonNode station = await clinic.StationAsync();
        Assert.Equal(("Ready", primed), ((string?)station["state"], (long)station["product"]!["primed_nl"]!));
        Assert.Empty(room.Truth.Strokes);
        Assert.Equal("200", await tablet.KindAsync(HttpMethod.Post, "/api/v1/station/" + what, new { }));
        await clinic.DoAsync("stop");
    }

    // Aim: whatever else needs the control is looked at on the control path too: who lost it or gave it up after asking takes nothing to the kernel.
    [Fact]
    public async Task Nothing_is_taken_to_the_kernel_for_a_console_that_lost_the_control()
    {
        await using TreatmentRoom room = new();
        using SqliteSiteJournal local = SqliteSiteJournal.Open(room.Data);
        string hardware = Path.Combine(AppContext.BaseDirectory, "hardware");
        TreatmentInput input = TreatmentInput.Load(room.Plan, Path.Combine(hardware, "zones.yaml"), Path.Combine(hardware, "profiles"));
        StationCase about = new(new StationPatient("P-0001", "AB"), new StationPlan("PL-1", "Face"), "HA", null, false);
        await using RunningTreatment running = new(
            "station-1", "S-1", input, about, [], DeviceAddress.Parse(room.InFolder("none")), local, new LiveFeed("station-1", TimeProvider.System), TimeProvider.System);
        StationControl first = new("ada", "Ada", "desk-1", DateTimeOffset.UnixEpoch);
        int taken = 0;
        Assert.Null(running.Control.Require(first));
        Assert.NotEqual(TreatmentProblems.ControlledElsewhere, (await AskAsync())?.Type);
        Assert.Null(running.Control.Take(first with { Console = "desk-2" }, "a reason", out _));
        Assert.Equal(TreatmentProblems.ControlledElsewhere, (await AskAsync())?.Type);
        Assert.True(running.Control.Give("ada", null));
        Assert.Equal(TreatmentProblems.ControlledElsewhere, (await AskAsync())?.Type);
        Assert.Equal(1, taken);

        Task<Problem?> AskAsync() => running.TakeAsync(
            at =>
            {
                taken++;
                return new SessionEvent.SettleUnknown(at, "ada", "a reason");
            },
            first);
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

    // Aim: who signs out everywhere, chooses another password, is signed out by an administrator, gets a one-time password or leaves, holds the station up
    // no longer; what was refused frees nothing.
    [Fact]
    public async Task The_control_is_freed_by_whatever_ends_every_sign_in_of_its_holder()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        await clinic.Client.DeleteAsync("/api/v1/station/control");
        using HttpClient administrator = await clinic.Served.ClientAsync(Role.Administrator);
        string password = ServedClinic.Password;
        (string What, Func<HttpClient, Task<HttpResponseMessage>> End)[] ways =
        [
            ("refused", _ => administrator.PostAsJsonAsync("/api/v1/people/nobody/sign-out", new { })),
            ("everywhere", own => own.PostAsJsonAsync("/api/v1/session/sign-out-everywhere", new { })),
            ("password", own => own.PostAsJsonAsync("/api/v1/session/password", new { old = ServedClinic.Password, @new = "five words are more than enough" })),
            ("signed out", _ => administrator.PostAsJsonAsync("/api/v1/people/clara/sign-out", new { })),
            ("reset", _ => ChangeAsync(administrator, "password-reset")),
            ("left", _ => ChangeAsync(administrator, "deactivation")),
        ];
        foreach ((string what, Func<HttpClient, Task<HttpResponseMessage>> end) in ways)
        {
            using HttpClient browser = await BrowserAsync(clinic, password);
            Assert.True((await browser.PostAsJsonAsync("/api/v1/station/control", new { })).IsSuccessStatusCode, what);
            Assert.Equal("desk-1", (string?)(await clinic.StationAsync())["control"]!["console"]);
            HttpResponseMessage ended = await end(browser);
            Assert.True(ended.IsSuccessStatusCode == (what != "refused"), $"{what}: {await ended.Content.ReadAsStringAsync()}");
            JsonNode? holder = (await clinic.StationAsync())["control"];
            Assert.True(holder is null == (what != "refused"), $"{what}: {holder}");
            password = what switch
            {
                "password" => "five words are more than enough",
                "reset" => (string)(await ended.Content.ReadFromJsonAsync<JsonNode>())!["one_time_password"]!,
                _ => password,
            };
            if (what == "reset")
            {
                // A one-time password opens nothing but the choice of another.
                using HttpClient first = await clinic.Served.BrowserAsync("clara", password);
                Assert.True((await first.PostAsJsonAsync("/api/v1/session/password", new { old = password, @new = ServedClinic.Password })).IsSuccessStatusCode);
                password = ServedClinic.Password;
            }
        }

        static async Task<HttpResponseMessage> ChangeAsync(HttpClient client, string what)
        {
            HttpResponseMessage known = await client.GetAsync("/api/v1/people/clara");
            using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/people/clara/" + what) { Content = JsonContent.Create(new { }) };
            request.Headers.IfMatch.Add(known.Headers.ETag!);
            return await client.SendAsync(request);
        }

        static async Task<HttpClient> BrowserAsync(TreatingClinic clinic, string password)
        {
            using HttpClient known = await clinic.Served.ClientAsync(Role.Clinician, "clara");
            HttpClient browser = await clinic.Served.BrowserAsync("clara", password);
            browser.DefaultRequestHeaders.Add("Console-Id", "desk-1");
            return browser;
        }
    }

    // Aim: a line counts as primed only if it was primed in this session, whatever the device still holds of another; and the host's clock says whether the
    // calibration is in date.
    [Fact]
    public async Task The_view_says_whether_the_line_is_primed_and_the_calibration_in_date()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.OpenAsync();
        await clinic.StateAsync("Standby");
        JsonNode station = await clinic.UntilAsync(each => each["device"]?["self_tested"]?.GetValue<bool>() == true && each["settled"]!.GetValue<bool>());
        Assert.Equal((false, true), ((bool)station["primed"]!, (bool)station["device"]!["calibration_in_date"]!));
        await clinic.DoAsync("prime");
        await clinic.UntilAsync(each => (string?)each["state"] == "Ready" && (bool)each["primed"]!);
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

    // Rows of a session are written behind the answer.
    private static async Task WrittenAsync(TreatingClinic clinic, Func<JournalRow, bool> wanted)
    {
        long began = TimeProvider.System.GetTimestamp();
        while (!(await clinic.Served.Journal.ReadStreamAsync(clinic.SessionId, CancellationToken.None)).Any(wanted))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < RunningProgram.Patience, "The row was not written.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
