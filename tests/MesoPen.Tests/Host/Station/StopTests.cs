using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Api;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Records;
using MesoPen.Tests.EndToEnd;

namespace MesoPen.Tests;

/// <summary>Stop, as everybody beside a patient may press it, with a simulated gun on a pseudo-terminal.</summary>
public sealed class StopTests
{
    // A stop answers within 3 s; whoever waits for records that hang waits for ever.
    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(30);

    private const string Html = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    // Aim: without any sign-in, script, key or JSON a plain form stops; the page says how long it took until the device stood still, the station and the
    // session's record who asked.
    [Fact]
    [Trait("Requirement", "SR-061")]
    public async Task A_plain_form_stops_for_anyone_and_the_page_says_how_long_it_took()
    {
        await using TreatmentRoom room = new(QuickPlan.Slow);
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        await clinic.DoAsync("arm");
        using HttpClient stranger = clinic.Served.Anonymous();
        using HttpResponseMessage answer = await PressAsync(stranger, ("Accept", Html), ("Accept-Language", "tr-TR, en;q=0.5"));
        string page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        JsonNode station = await clinic.StationAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("form-action 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<html lang=\"tr\">", page, StringComparison.Ordinal);
        Assert.Equal("EmergencyStopped", (string?)station["state"]);
        Assert.True(station["stands_still"]!.GetValue<bool>());
        long ms = (long)station["stop"]!["at_rest_ms"]!;
        Assert.InRange(ms, 1, 2999);
        Assert.Contains($"<h1>Durduruldu. {(ms < 1000 ? $"{ms}\u00a0ms" : "")}", page, StringComparison.Ordinal);
        Assert.Equal("somebody at station-1, not signed in", (string?)station["stop"]!["asked_by"]);
        Assert.Contains(
            (await clinic.Served.Journal.ReadStreamAsync(clinic.SessionId, CancellationToken.None)),
            row => row.Kind == "decision" && row.Body.Contains("by somebody at station-1, not signed in", StringComparison.Ordinal));
    }

    // Aim: a program gets the figure as JSON, again and again; once the session is over it is told that there was nothing to stop, and so is the form.
    [Fact]
    public async Task A_stop_may_come_again_and_says_when_there_is_nothing_to_stop()
    {
        await using TreatmentRoom room = new(QuickPlan.Slow);
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        using HttpClient stranger = clinic.Served.Anonymous();
        Assert.Equal("{\"stopped\":false,\"at_rest_ms\":null}", await (await PressAsync(stranger, ("Accept", "application/json"))).Content.ReadAsStringAsync());
        Assert.Contains("There was nothing to stop.", await (await PressAsync(stranger, ("Accept", Html))).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await clinic.ReadyAsync();
        await clinic.DoAsync("arm");
        JsonNode[] answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
            (await (await PressAsync(stranger, ("Accept", "application/json"))).Content.ReadFromJsonAsync<JsonNode>())!));

        Assert.All(answers, each => Assert.True(each["stopped"]!.GetValue<bool>()));
        Assert.All(answers, each => Assert.InRange((long)each["at_rest_ms"]!, 0, 2999));
    }

    // Aim: without a device nobody waits longer than 3 s, and nothing is claimed.
    [Fact]
    public async Task A_stop_without_a_device_is_latched_and_claims_no_standstill()
    {
        await using TreatmentRoom room = new();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.OpenAsync();
        using HttpClient stranger = clinic.Served.Anonymous();
        long began = TimeProvider.System.GetTimestamp();
        string answer = await (await PressAsync(stranger, ("Accept", "application/json"))).Content.ReadAsStringAsync();

        Assert.Equal("{\"stopped\":true,\"at_rest_ms\":null}", answer);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 2.5, 10);
        Assert.Equal("EmergencyStopped", (string?)(await clinic.StationAsync())["state"]);
    }

    // Aim: who comes with a cookie or a token that nobody knows any more stops at once and as anyone does, while the records hang: nothing is asked of them.
    [Theory]
    [InlineData("Cookie", "mesopen=dead")]
    [InlineData("Authorization", "Bearer dead")]
    [Trait("Requirement", "SR-061")]
    public async Task A_stop_by_a_sender_whom_nobody_knows_waits_for_no_records(string header, string value)
    {
        await using TreatmentRoom room = new(QuickPlan.Slow);
        await room.StartGunAsync();
        CuttableJournal site = new(new MemorySiteJournal());
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room, site);
        await clinic.ReadyAsync();
        await clinic.DoAsync("arm");
        using HttpClient stranger = clinic.Served.Anonymous();
        TaskCompletionSource hung = new(TaskCreationOptions.RunContinuationsAsynchronously);
        site.Reading = () => hung.Task;
        try
        {
            JsonNode answer = await stranger.JsonAsync(HttpMethod.Post, "/stop", null, (header, value), ("Accept", "application/json")).WaitAsync(Hangs, TimeProvider.System);
            Assert.True(answer["stopped"]!.GetValue<bool>());
            Assert.InRange((long)answer["at_rest_ms"]!, 0, 2999);
            Assert.Equal("EmergencyStopped", new TreatmentStationWatch(clinic).View.State);
            Assert.Equal("204", await stranger.KindAsync(HttpMethod.Post, "/api/v1/station/stop", null, (header, value)).WaitAsync(Hangs, TimeProvider.System));
        }
        finally
        {
            site.Reading = null;
            hung.SetResult();
        }
    }

    // Aim: another site's page stops nobody's treatment. Whatever may be a form of our own does: our pages tell no referrer, so that a browser blanks the
    // origin of their forms, and one that is old, or an address without HTTPS, says nothing else. That form was refused once; a needless stop is safe,
    // one that is refused is not.
    [Theory]
    [InlineData("cross-site", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("same-site", null, HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "null", HttpStatusCode.Forbidden)]
    [InlineData(null, "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "null", HttpStatusCode.OK)]
    [InlineData(null, "own", HttpStatusCode.OK)]
    [InlineData("a-word-of-tomorrow", null, HttpStatusCode.OK)]
    [InlineData("same-origin", "null", HttpStatusCode.OK)]
    [InlineData("none", null, HttpStatusCode.OK)]
    [InlineData(null, null, HttpStatusCode.OK)]
    public async Task Only_our_own_pages_stop(string? site, string? origin, HttpStatusCode expected)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient browser = clinic.Anonymous();
        (string, string)[] headers =
        [
            .. site is null ? [] : new[] { ("Sec-Fetch-Site", site) },
            .. origin is null ? [] : new[] { ("Origin", origin == "own" ? clinic.Address.GetLeftPart(UriPartial.Authority) : origin) },
        ];
        Assert.Equal(expected, (await PressAsync(browser, headers)).StatusCode);
    }

    // Aim: who is signed in by a cookie stops without the header against forgery, whose value only a script can read; and is named.
    [Fact]
    public async Task A_browser_that_is_signed_in_stops_without_a_script()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        using HttpClient browser = await clinic.Served.BrowserAsync(Role.Auditor, "olga");
        browser.DefaultRequestHeaders.Remove(CrossSiteGuard.Header);
        Assert.Equal(HttpStatusCode.OK, (await PressAsync(browser)).StatusCode);
        Assert.Equal("olga", (string?)(await clinic.StationAsync())["stop"]!["asked_by"]);
        Assert.Equal("204", await browser.KindAsync(HttpMethod.Post, "/api/v1/station/stop"));
    }

    private static async Task<HttpResponseMessage> PressAsync(HttpClient client, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage press = new(HttpMethod.Post, "/stop") { Content = new FormUrlEncodedContent([]) };
        foreach ((string name, string value) in headers)
        {
            press.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(press);
    }
}
