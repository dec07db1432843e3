using System.Runtime.InteropServices;

namespace MesoPen.Tests.EndToEnd;

/// <summary>A person stops a treatment that is firing.</summary>
public sealed class StopTests
{
    // From the byte that a person typed to the stop at the gun. The gun's own times come from its profile and the protocol page.
    private const long ReachUs = 50_000;
    private const long PlungerMs = 20;

    // What a loaded machine may add to a time on the wall: only the shortest of several tries says how long the programs need.
    private const long HangUs = 5_000_000;

    [Fact]
    [Trait("Requirement", "SR-060")]
    public async Task Stop_typed_or_by_a_signal_while_firing_stands_still_in_time_fires_no_more_and_exits_5()
    {
        // Aim: "s", Ctrl-C, a request to terminate and a closed terminal, one after another in one session, each while shots are fired;
        // then the rest of the session, and the whole record against the truth.
        await using TreatmentRoom room = new(QuickPlan.Long);
        await room.StartGunAsync(seed: 7);
        Func<RunningProgram, long>[] stops =
        [
            host => host.Type("s"), host => host.Signal(PosixSignal.SIGINT), host => host.Type("s"),
            host => host.Signal(PosixSignal.SIGTERM), host => host.Signal(PosixSignal.SIGHUP),
        ];
        Random chance = Protocol.TestSeed.Random();
        List<(long ReachUs, long StillUs)> walls = [];
        for (int shot = 2, stop = 0; stop < stops.Length; stop++)
        {
            RunningProgram host = room.StartTreatment(stop == 0 ? [] : ["--resume"]);
            await host.LineAsync(line => line.Contains("\"progress\"", StringComparison.Ordinal) && ShotOf(line) >= shot);
            await host.EndsWithinAsync(TimeSpan.FromMilliseconds(chance.Next(112)));
            walls.Add(await StoppedAsync(room, host, stops[stop]));
            shot = (int)room.Truth.Strokes[^1].Shot + 1;
        }

        Assert.InRange(walls.Min(wall => wall.ReachUs), 0, ReachUs);
        Assert.InRange(walls.Min(wall => wall.StillUs), 0, ReachUs + ((PlungerMs + room.Profile.Mechanics.RetractMsMax) * 1000));
        RunningProgram rest = room.StartTreatment("--resume");
        Assert.True(await rest.ExitAsync() == 0, rest.Said());
        Judge.Complete(Summary.Of(rest), room.Truth, room.Profile.Tolerance);
        await room.VerifyRecordsAsync();
    }

    [Fact]
    [Trait("Requirement", "SR-070")]
    public async Task Second_Ctrl_C_ends_the_host_at_once_and_the_gun_stops_by_its_lease()
    {
        // Aim: when the gun does not confirm the stop, a person is not kept waiting; the gun needs nobody to stop.
        await using TreatmentRoom room = new();
        await room.StartGunAsync(seed: 8, tcp: false, "--fault", "link.silent@shot=2+10ms,for=5s");
        RunningProgram host = room.StartTreatment();
        await host.LineAsync("has said nothing");

        host.Signal(PosixSignal.SIGINT);
        await host.LineAsync("Stop was requested");
        host.Signal(PosixSignal.SIGINT);

        Assert.Equal(130, await host.ExitAsync());
        RunningProgram rest = room.StartTreatment("--resume");
        Assert.True(await rest.ExitAsync() == 0, rest.Said());
        TruthLog truth = room.Truth;
        Judge.Complete(Summary.Of(rest), truth, room.Profile.Tolerance);
        TruthEvent silent = truth.Events.First(each => each.Name == "link_lost");
        long lapsedMs = silent.LastFrameMs + room.Profile.Caps.LeaseMaxMs;
        long backMs = truth.Events.First(each => each.Name == "link_back").AtMs;
        Assert.DoesNotContain(truth.Strokes, stroke => stroke.BeginMs > lapsedMs && stroke.BeginMs < backMs);
    }

    /// <summary>
    /// Stops the treatment, and holds the device's own times and the record against what is promised. Gives the times on the wall.
    /// </summary>
    private static async Task<(long ReachUs, long StillUs)> StoppedAsync(
        TreatmentRoom room, RunningProgram host, Func<RunningProgram, long> stop)
    {
        int before = room.Truth.Events.Count(each => each.Name == "stop_received");
        long typedUs = stop(host);
        Assert.True(await host.ExitAsync() == 5, host.Said());

        Summary summary = Summary.Of(host);
        Assert.Equal("stopped", summary.Outcome);
        Assert.Equal(0, summary.Zones.Sum(zone => zone.UnknownNl));
        TruthLog truth = room.Truth;
        Judge.ShotByShot(summary, truth, room.Profile.Tolerance);
        TruthEvent received = truth.Events.Where(each => each.Name == "stop_received").ElementAt(before);
        TruthEvent[] after = [.. truth.Events.SkipWhile(each => each != received).Skip(1)];
        long retractMs = room.Profile.Mechanics.RetractMsMax;
        Assert.DoesNotContain(truth.Strokes, stroke => stroke.BeginMs > received.AtMs);
        Assert.DoesNotContain(after, each => each.Name == "plunger_moves");
        Assert.All(after, each => Assert.True(
            each.Name is not ("plunger_still" or "needle_home")
                || each.AtMs - received.AtMs <= (each.Name == "plunger_still" ? PlungerMs : PlungerMs + retractMs),
            $"{each}, stop at {received.AtMs} ms"));
        TruthEvent still = after.LastOrDefault(each => each.Name is "plunger_still" or "needle_home") ?? received;
        Assert.Equal("needle_home", truth.Events.Last(each => each.Name.StartsWith("needle_", StringComparison.Ordinal)).Name);
        (long reachUs, long stillUs) = (received.MonoUs - typedUs, still.MonoUs - typedUs);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"stop at the gun {reachUs} µs after the byte, at rest {stillUs} µs after it "
            + $"({still.AtMs - received.AtMs} ms by the gun's clock)");
        Assert.InRange(reachUs, 0, HangUs);
        Assert.InRange(stillUs, 0, HangUs);
        return (reachUs, stillUs);
    }

    private static long ShotOf(string line) => System.Text.Json.JsonElement.Parse(line).GetProperty("shot").GetInt64();
}
