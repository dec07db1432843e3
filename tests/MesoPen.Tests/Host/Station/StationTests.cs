using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Kernel;
using MesoPen.Tests.EndToEnd;

namespace MesoPen.Tests;

/// <summary>A treatment over the API, with a simulated gun on a pseudo-terminal.</summary>
public sealed class StationTests
{
    public static TheoryData<Readiness> Items => [.. Enum.GetValues<Readiness>().Where(item => item is not (Readiness.None or Readiness.All))];

    // Aim: what the API treats is what the needle did, shot by shot; the record holds it with a hash that stands in the journal; the session ends.
    [Fact]
    public async Task A_treatment_over_the_api_delivers_the_plan_and_its_record_is_the_truth()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        for (int zone = 0; zone < 3; zone++)
        {
            await clinic.TreatZoneAsync();
        }

        HttpResponseMessage unsaid = await clinic.AskAsync("close");
        Assert.Equal("aftercare-missing", await TreatingClinic.TypeOf(unsaid));
        await clinic.DoAsync("close", new { aftercare = "Leaflet A, version 2" });

        JsonNode record = await clinic.RecordAsync();
        JsonArray shots = record["shots"]!.AsArray();
        EndToEnd.TruthLog truth = room.Truth;
        Assert.Equal(QuickPlan.Points, truth.Strokes.Count);
        Assert.Equal(truth.Strokes.Select(stroke => stroke.Shot), shots.Select(shot => (uint)shot!["shot"]!));
        Assert.All(shots.Zip(truth.Strokes), pair => Assert.True(
            Math.Abs((long)pair.First!["volume_nl"]! - pair.Second.VolumeNl) <= room.Profile.Tolerance.VolumeNl((long)pair.First!["volume_nl"]!, false)));
        JsonNode ended = record["session"]!["ended"]!;
        Assert.Equal("completed", (string?)ended["outcome"]);
        Assert.Equal(shots.Sum(shot => (long)shot!["volume_nl"]!), ended["zones"]!.AsArray().Sum(zone => (long)zone!["delivered_nl"]!));
        Assert.Equal(100_000, (long)ended["primed_nl"]!);
        Assert.Equal(5_000_000 - 100_000 - shots.Sum(shot => (long)shot!["volume_nl"]!), (long)ended["left_over_nl"]!);
        Assert.Equal((string?)record["head_hash"], (string?)ended["station_hash"]);
        Assert.Equal("SIM-0001", (string?)record["session"]!["device_known"]!["serial"]);
        Assert.Null((await clinic.StationAsync())["session_id"]);
        Assert.Equal("no-session", await TreatingClinic.TypeOf(await clinic.AskAsync("arm")));
    }

    // Aim: each prerequisite of the kernel has a gate; shut, it alone refuses arming with its own problem type, all gates are listed, and the needle
    // does not move; opened again, the zone is treated.
    [Fact]
    [Trait("Requirement", "SR-129")]
    public async Task Each_gate_shut_in_turn_refuses_arming_with_its_own_problem_type()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        foreach (Readiness item in Items.Select(row => row.Data))
        {
            clinic.Gates.Shut(item, $"shut: {item}");
            HttpResponseMessage refused = await clinic.AskAsync("arm");
            JsonNode problem = (await refused.Content.ReadFromJsonAsync<JsonNode>())!;

            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Equal("urn:mesopen:problem:" + GateSwitches.TypeOf(item), (string?)problem["type"]);
            Assert.Equal(Items.Count, problem["gates"]!.AsArray().Count);
            Assert.Single(problem["gates"]!.AsArray(), gate => !gate!["stands"]!.GetValue<bool>());
            Assert.Equal("Ready", (string?)(await clinic.StationAsync())["state"]);
            clinic.Gates.Open(item);
        }

        Assert.Empty(room.Truth.Strokes);
        await clinic.TreatZoneAsync();
        Assert.Equal(6, room.Truth.Strokes.Count);
    }

    // Aim: a gate that shuts while a zone is armed does not break the zone off; the next zone is refused with the gate's reason.
    [Fact]
    [Trait("Requirement", "SR-128")]
    public async Task A_gate_that_shuts_while_a_zone_is_armed_lets_it_end_and_refuses_the_next()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        await clinic.DoAsync("arm");
        clinic.Gates.Shut(Readiness.Competence, "ran out meanwhile");
        await clinic.UntilAsync(station => (string?)station["state"] == "Ready" && station["settled"]!.GetValue<bool>());

        Assert.Equal(6, room.Truth.Strokes.Count);
        Assert.Equal(GateSwitches.TypeOf(Readiness.Competence), await TreatingClinic.TypeOf(await clinic.AskAsync("arm")));
        Assert.Contains(
            (await clinic.StationAsync())["needed_first"]!.AsArray(),
            needed => ((string)needed!).Contains("(ran out meanwhile)", StringComparison.Ordinal));
    }

    // Aim: anyone may stop, with any body or none, signed in or not: a sign-in that ran out must keep nobody from it. A release needs a reason, and then the
    // treatment goes on.
    [Fact]
    public async Task Stop_needs_nothing_and_release_needs_a_reason()
    {
        await using TreatmentRoom room = new(QuickPlan.Slow);
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        await clinic.DoAsync("arm");
        using HttpClient stranger = clinic.Served.Anonymous();
        using HttpClient auditor = await clinic.Served.ClientAsync(Role.Auditor);
        using FormUrlEncodedContent form = new([new("why", "pain")]);

        Assert.Equal(HttpStatusCode.NoContent, (await stranger.PostAsync("/api/v1/station/stop", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await auditor.PostAsync("/api/v1/station/stop", form)).StatusCode);
        await clinic.UntilAsync(station => station["stands_still"]!.GetValue<bool>() && station["settled"]!.GetValue<bool>());
        int fired = room.Truth.Strokes.Count;
        Assert.Equal("not-ready", await TreatingClinic.TypeOf(await clinic.AskAsync("arm")));
        Assert.Equal("not-ready", await TreatingClinic.TypeOf(await clinic.AskAsync("release")));
        Assert.Equal(fired, room.Truth.Strokes.Count);

        await clinic.DoAsync("release", new { reason = "The patient is well." });
        await clinic.StateAsync("Ready");
        await clinic.TreatZoneAsync();
        Assert.Equal(7, room.Truth.Strokes.Count);
    }

    // Aim: a device that says "primed" from the session before has another patient's line in it: with the next cartridge and head nothing is armed before
    // a prime of their own.
    [Fact]
    public async Task The_next_session_primes_again_before_it_arms()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        await clinic.DoAsync("close");
        Assert.True((await clinic.OpenAsync(head: "H-2")).IsSuccessStatusCode);
        await clinic.StateAsync("Ready");
        HttpResponseMessage refused = await clinic.AskAsync("arm");
        Assert.Contains("not primed in this session", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(room.Truth.Strokes);

        await clinic.DoAsync("prime");
        await clinic.StateAsync("Ready");
        await clinic.TreatZoneAsync();
        Assert.Equal(6, room.Truth.Strokes.Count);
    }

    // Aim: after a stop the needle is still over the zone that was treated: going on without a word means that zone, not the first with points left; and
    // another zone is not taken while one is armed.
    [Fact]
    public async Task After_a_stop_it_goes_on_in_the_zone_that_was_treated()
    {
        await using TreatmentRoom room = new(QuickPlan.Slow.Replace("points: 1", "points: 5", StringComparison.Ordinal));
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        JsonNode planned = (await clinic.StationAsync())["zones"]!;
        string second = (string)planned[1]!["zone"]!;
        await clinic.DoAsync("arm", new { zone = second });
        Assert.Equal("not-ready", await TreatingClinic.TypeOf(await clinic.AskAsync("arm", new { zone = (string)planned[0]!["zone"]! })));
        await clinic.UntilAsync(station => (long)station["delivered_nl"]! > 0);
        await clinic.DoAsync("stop");
        await clinic.UntilAsync(station => station["stands_still"]!.GetValue<bool>() && station["settled"]!.GetValue<bool>());
        await clinic.DoAsync("release", new { reason = "The patient is well." });
        await clinic.StateAsync("Ready");
        await clinic.DoAsync("arm");
        Assert.Equal(second, (string?)(await clinic.StationAsync())["zone"]);
    }

    // Aim: a prime that is sent again with its key is done once, whatever happened between.
    [Fact]
    public async Task A_prime_repeated_with_its_key_is_done_once()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.OpenAsync();
        await clinic.UntilAsync(station => (string?)station["state"] == "Standby" && station["device"]?["self_tested"]?.GetValue<bool>() == true);
        for (int turn = 0; turn < 2; turn++)
        {
            using HttpRequestMessage prime = new(HttpMethod.Post, "/api/v1/station/prime") { Headers = { { "Idempotency-Key", "prime-1" } } };
            Assert.Equal(HttpStatusCode.OK, (await clinic.Client.SendAsync(prime)).StatusCode);
            await clinic.StateAsync("Ready");
        }

        await clinic.DoAsync("close");
        Assert.Equal(100_000, (long)(await clinic.RecordAsync())["session"]!["ended"]!["primed_nl"]!);
    }

    // Aim: the program ends in order while a zone is armed: the device is at rest, every shot stands in the journal, nothing is unknown; the next
    // start takes the session up, says so until something is armed, claims no person for it, and finishes it; over both runs the record is the truth. What
    // an open permit allows is reserved, never unknown.
    [Fact]
    public async Task A_program_that_ends_pauses_the_treatment_and_the_next_one_takes_it_up()
    {
        await using TreatmentRoom room = new(QuickPlan.Slow);
        await room.StartGunAsync();
        string session;
        await using (TreatingClinic first = await TreatingClinic.StartAsync(room))
        {
            await first.ReadyAsync();
            await first.DoAsync("arm");
            await first.UntilAsync(station => (long)station["reserved_nl"]! > 0 && (long)station["zones"]![0]!["reserved_shots"]! > 0);
            await first.UntilAsync(station => (long)station["delivered_nl"]! > 0);
            JsonNode armed = await first.StationAsync();
            Assert.Equal((0L, 0L, false), ((long)armed["unknown_nl"]!, (long)armed["zones"]![0]!["unknown_nl"]!, (bool)armed["interrupted"]!));
            session = first.SessionId;
        }

        int before = room.Truth.Strokes.Count;
        Journal journal = Journal.Of(await room.RunHostAsync(0, "records", "show", session, "--data", room.Data, "--json"));
        Assert.InRange(before, 1, 6);
        Assert.Equal((before, 0L, 0L), (journal.Shots.Count, journal.OpenShots, journal.UnknownNl));

        await using TreatingClinic second = await TreatingClinic.StartAsync(room);
        JsonNode station = await second.StateAsync("Ready", "Standby");
        Assert.Equal(session, (string?)station["session_id"]);
        await second.StateAsync("Ready");
        JsonNode taken = (await second.Client.GetFromJsonAsync<JsonNode>("/api/v1/station?look"))!;
        Assert.True((bool)taken["interrupted"]!);
        string events = await second.Client.GetStringAsync("/api/v1/events?session=" + session);
        Assert.Contains("Taken up again after an interruption by station", events, StringComparison.Ordinal);
        for (int zone = 0; zone < 3; zone++)
        {
            await second.TreatZoneAsync();
        }

        Assert.False((bool)(await second.StationAsync())["interrupted"]!);
        await second.DoAsync("close", new { aftercare = "Told" });
        JsonNode record = (await second.Client.GetFromJsonAsync<JsonNode>("/api/v1/sessions/" + session))!;
        Assert.Equal(room.Truth.Strokes.Select(stroke => stroke.Shot), record["shots"]!.AsArray().Select(shot => (uint)shot!["shot"]!));
        Assert.Equal(9, record["shots"]!.AsArray().Count);
    }
}
