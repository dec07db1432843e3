using System.Text.Json;

namespace MesoPen.Tests.EndToEnd;

/// <summary>The host's process is killed at any instant: nothing is injected that the record does not bound, and nothing is lost.</summary>
public sealed class HostKilledTests
{
    [Theory]
    [MemberData(nameof(Instant.Indices), MemberType = typeof(Instant))]
    [Trait("Requirement", "SR-108")]
    public async Task Host_killed_at_any_instant_resumes_and_the_sum_over_both_runs_equals_the_truth(int index)
    {
        // Aim: after SIGKILL the record bounds what the needle did; a second run reconciles by the device's journal and finishes.
        Instant instant = Instant.Of(index, kind: 1);
        TestContext.Current.TestOutputHelper?.WriteLine(instant.ToString());
        await using TreatmentRoom room = new();
        await room.StartGunAsync(instant.Seed & 0xFFFF);
        RunningProgram first = room.StartTreatment();
        await instant.ComeAsync(first);
        await first.KillAsync();

        bool begun = await BoundsAsync(room);
        RunningProgram second = room.StartTreatment(begun ? ["--resume"] : []);
        int exit = await second.ExitAsync();
        if (exit == 2 && second.Errors.Contains("There is no unfinished session", StringComparison.Ordinal))
        {
            // The first run had just closed its session, or not yet opened it.
            second = first;
            Assert.Contains(first.Lines, line => line.Contains("Every zone had its points.", StringComparison.Ordinal));
        }
        else
        {
            Assert.True(exit == 0, $"{instant}\n{first.Said()}\n{second.Said()}");
            Judge.Complete(Summary.Of(second), room.Truth, room.Profile.Tolerance);
        }

        Journal after = Journal.Of(await room.RunHostAsync(0, "records", "show", "--data", room.Data, "--json"));
        Assert.Equal(0, after.UnknownNl);
        Assert.Equal(0, Account(after, "unknown_nl"));
        Assert.Equal(room.Truth.Strokes.Select(stroke => stroke.Shot), after.Shots.Select(shot => shot.Shot));
        await room.VerifyRecordsAsync();
    }

    [Fact]
    public async Task Host_killed_while_armed_leaves_a_record_that_shows_the_open_permit_as_unknown()
    {
        // Aim: with a permit open, what it still allows stands as unknown before anybody has asked the device; settled, nothing is unknown.
        string plan = QuickPlan.Text.Replace("points: 6", "points: 2", StringComparison.Ordinal)
            .Replace("points: 5", "points: 1", StringComparison.Ordinal);
        int interval = plan.IndexOf("112", StringComparison.Ordinal);
        await using TreatmentRoom room = new(plan[..interval] + "3000" + plan[(interval + 3)..]);
        await room.StartGunAsync();
        RunningProgram first = room.StartTreatment();
        await first.LineAsync("\"shot\":1,");
        await first.KillAsync();

        Journal killed = Journal.Of(await room.RunHostAsync(0, "records", "show", "--data", room.Data, "--json"));

        // The first shot was shown; whether its row had reached the disk as well is the disk's affair. Either way nothing is missing.
        Assert.InRange(killed.UnknownNl, 20_000, 40_000);
        Assert.Equal(killed.UnknownNl, Account(killed, "unknown_nl"));
        Assert.Equal(40_000, Account(killed, "unknown_nl") + Account(killed, "delivered_nl"));

        RunningProgram refused = room.StartTreatment();
        Assert.Equal(2, await refused.ExitAsync());
        Assert.Contains("--resume", refused.Errors, StringComparison.Ordinal);

        RunningProgram second = room.StartTreatment("--resume");
        Assert.True(await second.ExitAsync() == 0, second.Said());
        Judge.Complete(Summary.Of(second), room.Truth, room.Profile.Tolerance);
        Journal settled = Journal.Of(await room.RunHostAsync(0, "records", "show", "--data", room.Data, "--json"));
        Assert.Equal(0, Account(settled, "unknown_nl"));
    }

    private static long Account(Journal journal, string name) => journal.Account!.Value.GetProperty(name).GetInt64();

    /// <summary>The record as it was left bounds, zone by zone, what the needle did. Gives whether a session was begun.</summary>
    private static async Task<bool> BoundsAsync(TreatmentRoom room)
    {
        if (!File.Exists(Path.Combine(room.Data, "journal.db")))
        {
            Assert.Empty(room.Truth.Strokes);
            return false;
        }

        Journal journal = Journal.Of(await room.RunHostAsync(0, "records", "show", "--data", room.Data, "--json"));
        if (journal.Account is not { } account)
        {
            Assert.Empty(room.Truth.Strokes);
            return false;
        }

        TruthLog truth = room.Truth;
        Assert.Equal(journal.UnknownNl, account.GetProperty("unknown_nl").GetInt64());
        Assert.True(
            truth.Strokes.Count <= journal.Shots.Count + journal.OpenShots,
            $"{truth.Strokes.Count} shots fired, {journal} recorded or allowed.");
        JsonElement[] zones = [.. account.GetProperty("zones").EnumerateArray()];
        for (int zone = 0; zone < zones.Length; zone++)
        {
            TruthStroke[] fired = [.. truth.Strokes.Where(stroke => stroke.Zone == zone + 1)];
            long tolerance = fired.Sum(stroke => room.Profile.Tolerance.VolumeNl(stroke.VolumeNl));
            long counted = zones[zone].GetProperty("delivered_nl").GetInt64() + zones[zone].GetProperty("unknown_nl").GetInt64();
            Assert.True(
                fired.Sum(stroke => stroke.VolumeNl) <= counted + tolerance,
                $"Zone {zone + 1}: {counted} nL delivered or unknown. {account}");
        }

        return true;
    }
}
