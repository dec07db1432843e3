using System.Net;
using System.Text.Json.Nodes;
using MesoPen.Host.Api.Events;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Records;
using MesoPen.Host.Station;
using MesoPen.Kernel;
using MesoPen.Tests.EndToEnd;

namespace MesoPen.Tests;

/// <summary>The list of what happened, and what alarms mean.</summary>
public sealed class EventsTests
{
    // Aim: every stop and fault of the kernel has a priority with its reason, its own sentence and remedy, and latches; what nobody knows is high.
    [Fact]
    public async Task Every_fault_has_a_priority_with_its_reason()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient engineer = await clinic.ClientAsync(Role.Engineer);
        JsonArray alarms = (await engineer.JsonAsync(HttpMethod.Get, "/api/v1/alarms")).AsArray();

        Assert.Equal(FaultCatalogue.All.Select(fault => fault.Number).Order(), alarms.Select(alarm => (int)alarm!["number"]!));
        Assert.All(alarms, alarm =>
        {
            Assert.Contains((string?)alarm!["priority"], new[] { "high", "medium", "low" });
            Assert.NotEmpty((string)alarm["why"]!);
            Assert.NotEqual("Nobody here knows what it means.", (string?)alarm["why"]);
            Assert.True(alarm["latching"]!.GetValue<bool>());
        });
        Assert.Equal(AlarmPriority.High, AlarmCatalogue.Of(FaultCatalogue.Find(77)).Priority);
    }

    // Aim: treatment and clinic stand in one list, newest first, in parts that miss nothing and repeat nothing; an alarm is found by its kind; and who may
    // not read patients reads no word that somebody wrote about one.
    [Fact]
    public async Task Events_come_newest_first_in_parts_and_without_words_on_patients_for_others()
    {
        await using TreatmentRoom room = new(QuickPlan.Slow);
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        await clinic.DoAsync("stop");
        await clinic.UntilAsync(station => station["stands_still"]!.GetValue<bool>() && station["settled"]!.GetValue<bool>());
        await clinic.DoAsync("release", new { reason = "she felt faint" });
        await clinic.StateAsync("Ready");
        using HttpClient engineer = await clinic.Served.ClientAsync(Role.Engineer);
        await clinic.UntilAsync(station => station["settled"]!.GetValue<bool>());

        JsonNode whole = await clinic.Client.JsonAsync(HttpMethod.Get, "/api/v1/events?limit=500");
        List<long> inParts = [];
        string? next = null;
        do
        {
            JsonNode part = await clinic.Client.JsonAsync(HttpMethod.Get, "/api/v1/events?limit=3" + (next is null ? "" : "&after=" + next));
            inParts.AddRange(part["items"]!.AsArray().Select(each => (long)each!["id"]!));
            next = (string?)part["next"];
        }
        while (next is not null);

        long[] ids = [.. whole["items"]!.AsArray().Select(each => (long)each!["id"]!)];
        Assert.Equal(ids.OrderDescending(), ids);
        Assert.Equal(ids, inParts.Where(id => id <= ids[0]));
        Assert.Contains(Sentences(whole), each => each == "Patient P-0001 was registered.");
        Assert.Contains(Sentences(whole), each => each == "The stop or fault was released. she felt faint");

        JsonNode alarms = await engineer.JsonAsync(HttpMethod.Get, "/api/v1/events?kind=alarm");
        Assert.Equal(["The stop or fault was released.", FaultCatalogue.Find(1).Sentence], Sentences(alarms));
        Assert.Equal("low", (string?)alarms["items"]![1]!["alarm"]!["priority"]);
        JsonNode seen = await engineer.JsonAsync(HttpMethod.Get, "/api/v1/events?limit=500&session=" + clinic.SessionId);
        Assert.DoesNotContain("faint", seen.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(Sentences(seen), each => each.StartsWith("Session " + clinic.SessionId + " was opened at station-1", StringComparison.Ordinal));
    }

    // Aim: the file holds what the list holds, by the same filters and for the same eyes; what a person wrote is no formula in a spreadsheet; and who took it
    // stands in the journal.
    [Fact]
    public async Task Events_as_a_file_hold_what_the_list_holds_and_no_formula()
    {
        await using TreatmentRoom room = new(QuickPlan.Slow);
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        await clinic.DoAsync("stop");
        await clinic.UntilAsync(station => station["stands_still"]!.GetValue<bool>() && station["settled"]!.GetValue<bool>());
        await clinic.DoAsync("release", new { reason = "=cmd|' /C calc'!A0, \"quoted\"" });
        await clinic.UntilAsync(station => (string?)station["state"] == "Ready" && station["settled"]!.GetValue<bool>());
        using HttpClient engineer = await clinic.Served.ClientAsync(Role.Engineer);

        foreach (string filter in new[] { "kind=alarm", "session=" + clinic.SessionId, "kind=treatment" })
        {
            JsonNode list = await clinic.Client.JsonAsync(HttpMethod.Get, "/api/v1/events?limit=500&" + filter);
            string[] lines = (await clinic.Client.GetStringAsync("/api/v1/events.csv?" + filter)).Split("\r\n");
            Assert.Equal("id,at,stream,kind,by,summary,alarm_number,alarm_priority,alarm_remedy", lines[0]);
            Assert.Equal(list["items"]!.AsArray().Select(each => ((long)each!["id"]!).ToString(System.Globalization.CultureInfo.InvariantCulture)), lines[1..^1].Select(line => line.Split(',')[0]));
        }

        string alarms = await clinic.Client.GetStringAsync("/api/v1/events.csv?kind=alarm");
        Assert.Contains(",\"The stop or fault was released. =cmd|' /C calc'!A0, \"\"quoted\"\"\",,,", alarms, StringComparison.Ordinal);
        Assert.Contains(",1,low,", alarms, StringComparison.Ordinal);
        Assert.DoesNotContain("calc", await engineer.GetStringAsync("/api/v1/events.csv?kind=alarm"), StringComparison.Ordinal);
        Assert.Equal(2, (await clinic.Client.GetStringAsync("/api/v1/events.csv?until=2001-01-01T00:00:00Z")).Split("\r\n").Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clinic.Client.GetAsync("/api/v1/events.csv?from=yesterday")).StatusCode);
        JsonNode taken = await clinic.Client.JsonAsync(HttpMethod.Get, "/api/v1/events?kind=data-exported");
        Assert.Equal(6, taken["items"]!.AsArray().Count);
    }

    // Aim: a cell that begins like a formula is text: so is a name of a person or a stream, whoever chose it.
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    public void No_cell_of_the_file_begins_a_formula(string written)
    {
        EventView each = new(1, DateTimeOffset.UnixEpoch, written, written, written, written, new AlarmView(1, AlarmPriority.Low, "", written, ""),
            new EventWords(written, new Dictionary<string, string>(), null));
        string line = EventCsv.Of([each]).Split("\r\n")[1];
        Assert.Equal(5, line.Split("'" + written).Length - 1);
    }

    // Aim: what was decided in a treatment has a code of its own, with who and where it was, so that it can be told in any language.
    [Theory]
    [InlineData("armed", "cheek.left", "decision-armed", "text=cheek.left", null, null)]
    [InlineData("paused", "Paused by ada.", "decision-paused", "text=Paused by ada.", SaidCode.Paused, "ada")]
    [InlineData("confirmed", "FreshNeedle, Screening by ada", "decision-confirmed", "items=fresh-needle screening text=", null, "ada")]
    [InlineData("withdrawn", "Consent: It was withdrawn by the patient.", "decision-withdrawn", "items=consent text=It was withdrawn by the patient.", null, null)]
    [InlineData("stopped", "by ada", "decision-stopped", "text=by ada", null, "ada")]
    public void A_decision_has_a_code_its_values_and_who_made_it(string what, string text, string code, string args, SaidCode? said, string? by)
    {
        JsonNode body = new JsonObject { ["what"] = what, ["text"] = text };
        JournalRow row = new(1, "S-1", 0, "decision", body.ToJsonString(), "", "");

        EventWords words = EventSentences.WordsOf(row, body, readsPatients: false);

        Assert.Equal((code, said), (words.Code, words.Said?.Code));
        Assert.Equal(args, string.Join(' ', words.Args.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}={each.Value}")));
        Assert.Equal(by, EventSentences.DecidedBy(row, body));
    }

    // Aim: an event that a later version adds has a sentence too, if a plain one; and no field that holds initials or free text stands in one for everybody.
    [Fact]
    public void No_template_shows_everybody_what_only_some_may_read()
    {
        string source = File.ReadAllText(Path.Combine(Walls.Repository.Root, "src/MesoPen.Host/Api/Events/EventSentences.cs"));
        foreach (string hidden in new[] { "initials", "text", "note", "question", "answers", "details", "findings" })
        {
            Assert.DoesNotContain("{" + hidden, source, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(ClinicEventCodec.Kinds.Keys, kind => kind.Contains('/', StringComparison.Ordinal));
    }

    private static string[] Sentences(JsonNode page) => [.. page["items"]!.AsArray().Select(each => (string)each!["summary"]!)];
}
