using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Station;
using MesoPen.Kernel;
using MesoPen.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;

namespace MesoPen.Tests;

/// <summary>What happens at the station, live, by SignalR's JSON protocol over a web socket.</summary>
public sealed class LiveHubTests
{
    private const char End = '\u001e';

    // Aim: a follower gets the state at once and every shot once, in order, also over a connection that was cut in the middle: it names the last item
    // that it saw and gets what it missed.
    [Fact]
    public async Task A_follower_that_was_cut_off_gets_every_shot_once_and_in_order()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        List<JsonNode> seen = [];
        using (ClientWebSocket first = await FollowAsync(clinic, null))
        {
            // It follows before the first shot: what was before nobody has missed.
            await ReadAsync(first, seen, () => seen.Count >= 1);
            await clinic.DoAsync("arm");
            await ReadAsync(first, seen, () => Shots(seen).Count >= 2);
            first.Abort();
        }

        Assert.Equal("state", (string?)seen[0]["kind"]);
        await clinic.UntilAsync(station => (string?)station["state"] == "Ready" && station["settled"]!.GetValue<bool>());
        JsonNode last = seen[^1];
        using ClientWebSocket second = await FollowAsync(clinic, new { feed = (string)last["feed"]!, number = (long)last["number"]! });
        await ReadAsync(second, seen, () => Shots(seen).Count >= 6);

        Assert.Equal(room.Truth.Strokes.Select(stroke => stroke.Shot), Shots(seen));
        long[] numbers = [.. seen.Where(item => (string?)item["kind"] is "shot" or "notice").Select(item => (long)item["number"]!)];
        Assert.Equal(numbers.Order().Distinct(), numbers);
        Assert.DoesNotContain(seen, item => item["missed"]!.GetValue<bool>());
    }

    // Aim: a follower of an earlier start of the program, whose numbers mean nothing now, is told that it missed something.
    [Fact]
    public async Task A_follower_of_another_feed_is_told_that_it_missed_something()
    {
        await using TreatmentRoom room = new();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        using ClientWebSocket socket = await FollowAsync(clinic, new { feed = "another", number = 7 });
        List<JsonNode> seen = [];
        await ReadAsync(socket, seen, () => seen.Count >= 1);
        Assert.True(seen[0]["missed"]!.GetValue<bool>());
    }

    // Aim: who reads no treatment hears that the host is there and that the device is a model, and nothing of what is treated: not even how many shots.
    [Fact]
    public async Task An_administrator_hears_the_beat_and_nothing_of_the_treatment()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        using HttpClient administrator = await clinic.Served.ClientAsync(Role.Administrator);
        using ClientWebSocket socket = await FollowAsync(clinic, null, administrator);
        List<JsonNode> seen = [];
        await ReadAsync(socket, seen, () => seen.Count >= 1);
        await clinic.ReadyAsync();
        await clinic.DoAsync("arm");
        await clinic.UntilAsync(station => (string?)station["state"] == "Ready" && station["settled"]!.GetValue<bool>());
        int before = seen.Count;
        await ReadAsync(socket, seen, () => seen.Count >= before + 4 && (bool?)seen.Last(State)["state"]!["simulated"] == true);

        Assert.Equal(["beat", "state"], seen.Select(item => (string)item["kind"]!).Distinct().Order());
        Assert.All(seen, item => Assert.Equal(0, (long)item["number"]!));
        Assert.All(seen.Where(State), item =>
        {
            Assert.Null(item["state"]!["session_id"]);
            Assert.Null(item["state"]!["state"]);
            Assert.Empty(item["state"]!["zones"]!.AsArray());
            Assert.Equal(0, (long)item["state"]!["delivered_nl"]!);
        });
        Assert.Equal(2, seen.Count(State));

        static bool State(JsonNode item) => (string?)item["kind"] == "state";
    }

    // Aim: a connection ends with what it was opened with: the sign-in, all sign-ins of the person, the token, the roles, or that the person works here, also
    // when another station says so. Who has nothing to do with it follows on.
    [Fact]
    public async Task Who_is_signed_out_follows_no_longer()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using ClientWebSocket watcher = await FollowAsync(clinic, "Cookie", await CookieAsync(clinic, "wanda"));
        List<JsonNode> watched = [];
        (string Person, bool Browser, Func<ClinicState, ClinicEvent> End)[] ways =
        [
            ("one", true, state => new SignInEnded("one", state.People.SignIns.Values.Single(each => each.PersonId == "one").Id)),
            ("all", true, _ => new AllSignInsEnded("setup", "all")),
            ("left", true, _ => new PersonDeactivated("setup", "left")),
            ("roles", true, _ => new PersonRolesChanged("setup", "roles", Role.Administrator)),
            ("token", false, _ => new ApiTokenRevoked("setup", "token", "T-token")),
            ("fewer", false, _ => new PersonRolesChanged("setup", "fewer", Role.Administrator)),
            ("elsewhere", false, _ => new PersonDeactivated("setup", "elsewhere")),
        ];
        foreach ((string person, bool browser, Func<ClinicState, ClinicEvent> end) in ways)
        {
            string cookie = await CookieAsync(clinic, person);
            using ClientWebSocket socket = browser ? await FollowAsync(clinic, "Cookie", cookie) : await FollowAsync(clinic, "Authorization", "Bearer token-of-" + person);
            List<JsonNode> seen = [];
            await ReadAsync(socket, seen, () => seen.Count >= 2);
            using ClinicDesk other = new(clinic.Journal, TimeProvider.System);
            (Decision decision, _) = await (person == "elsewhere" ? other : clinic.Desk).DecideAsync(
                new Actor("setup", Role.Administrator, "station-2", default), (state, _) => Decision.Accept("", end(state)));
            Assert.Null(decision.Problem);
            Assert.True(await ClosesAsync(socket), $"Who was ended by '{person}' follows on.");
        }

        await ReadAsync(watcher, watched, () => watched.Count >= 8);
    }

    // Aim: a state that changes a thousand times a second is told at most twenty times, and the last one is always told.
    [Fact]
    public async Task State_is_told_at_most_twenty_times_a_second_and_the_newest_always()
    {
        LiveFeed feed = new("station-1", TimeProvider.System);
        using CancellationTokenSource enough = new();
        List<LiveItem> seen = [];
        Task follow = FollowAsync();
        long began = TimeProvider.System.GetTimestamp();
        int told = 0;
        while (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMilliseconds(600))
        {
            feed.Show(new StationView { Station = "station-1", Punctures = ++told });
            feed.Add(new LiveNotice(NoticeKind.Info, "n"));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        feed.Show(new StationView { Station = "station-1", Punctures = -1 });
        await follow.WaitAsync(RunningProgram.Patience, TimeProvider.System);
        double seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        Assert.InRange(seen.Count(item => item.Kind == "state"), 2, (int)Math.Ceiling(seconds * 20) + 2);
        Assert.Equal(told, seen.Count(item => item.Kind == "notice"));

        async Task FollowAsync()
        {
            await foreach (LiveItem item in feed.FollowAsync(null, 0, enough.Token))
            {
                seen.Add(item);
                if (item.State is { Punctures: -1 })
                {
                    return;
                }
            }
        }
    }

    private static List<uint> Shots(IEnumerable<JsonNode> items) =>
        [.. items.Where(item => (string?)item["kind"] == "shot").Select(item => (uint)item["shot"]!["shot"]!)];

    private static Task<ClientWebSocket> FollowAsync(TreatingClinic clinic, object? last, HttpClient? who = null) =>
        FollowAsync(clinic.Served, "Authorization", (who ?? clinic.Client).DefaultRequestHeaders.Authorization!.ToString(), last);

    private static async Task<ClientWebSocket> FollowAsync(ServedClinic clinic, string header, string value, object? last = null)
    {
        ClientWebSocket socket = new();
        socket.Options.SetRequestHeader(header, value);
        await socket.ConnectAsync(new UriBuilder(clinic.Address) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None);
        await SendAsync(socket, new JsonObject { ["protocol"] = "json", ["version"] = 1 });
        await SendAsync(socket, new JsonObject
        {
            ["type"] = 4, ["invocationId"] = "1", ["target"] = "Follow",
            ["arguments"] = new JsonArray(last is null ? null : JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(last))),
        });
        return socket;
    }

    /// <summary>The cookie of a clinician who signs in; the person is added first.</summary>
    private static async Task<string> CookieAsync(ServedClinic clinic, string person)
    {
        using HttpClient known = await clinic.ClientAsync(Role.Clinician, person);
        using HttpClient browser = clinic.Anonymous();
        HttpResponseMessage answer = await browser.PostAsJsonAsync("/api/v1/session", new { person_id = person, password = ServedClinic.Password });
        return answer.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>Whether the host closes the connection.</summary>
    private static async Task<bool> ClosesAsync(ClientWebSocket socket)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30), TimeProvider.System);
        byte[] buffer = new byte[65_536];
        try
        {
            while ((await socket.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close)
            {
                // What was said before the end, and beats if there is none.
            }

            return true;
        }
        catch (WebSocketException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static Task SendAsync(ClientWebSocket socket, JsonNode message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString() + End), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>Reads items until enough were seen.</summary>
    private static async Task ReadAsync(ClientWebSocket socket, List<JsonNode> seen, Func<bool> enough)
    {
        using CancellationTokenSource patience = new(RunningProgram.Patience, TimeProvider.System);
        byte[] buffer = new byte[65_536];
        StringBuilder text = new();
        while (!enough())
        {
            WebSocketReceiveResult part = await socket.ReceiveAsync(buffer, patience.Token);
            text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
            string[] whole = text.ToString().Split(End);
            text.Clear().Append(whole[^1]);
            foreach (JsonNode message in whole[..^1].Select(each => JsonNode.Parse(each)!))
            {
                Assert.True(message["error"] is null, message.ToJsonString());
                if ((int?)message["type"] == 2)
                {
                    seen.Add(message["item"]!);
                }
            }
        }
    }
}
