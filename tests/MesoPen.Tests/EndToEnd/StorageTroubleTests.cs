using MesoPen.Tests.Host.Records;
using Microsoft.Data.Sqlite;

namespace MesoPen.Tests.EndToEnd;

/// <summary>The disk is full, or another program locks the journal, in the middle of a treatment.</summary>
public sealed class StorageTroubleTests
{
    private const int DiskKib = 1024;

    // Longer than a lease and a shot, with room for a machine that is busy.
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(800);

    [Fact]
    [Trait("Requirement", "SR-093")]
    public async Task Disk_full_while_firing_pauses_says_so_and_goes_on_when_there_is_space()
    {
        // Aim: nothing is fired beyond what is on the disk; nothing that was fired is lost; a person learns what to do.
        using SmallDisk? disk = SmallDisk.Mount(DiskKib);
        await using TreatmentRoom room = new(QuickPlan.Slow);
        room.Data = Path.Combine(disk?.Path ?? room.InFolder("limited"), "data");
        await room.StartGunAsync(seed: 9);
        RunningProgram treatment = disk is not null ? room.StartTreatment() : FileSizeLimit.Start(room);
        await treatment.LineAsync("\"shot\":3,");

        if (disk is not null)
        {
            disk.Fill();
        }
        else
        {
            FileSizeLimit.Set(treatment, room);
        }

        await SaysPausedAsync(treatment, disk is not null ? "is full" : "disk");
        await PausedAsync(room, treatment);
        if (disk is not null)
        {
            disk.Free();
        }
        else
        {
            FileSizeLimit.Lift(treatment);
        }

        await FinishedAsync(room, treatment);
    }

    [Fact]
    public async Task File_that_may_not_grow_while_firing_pauses_says_so_and_goes_on_when_it_may()
    {
        // Aim: the same by a quota, which needs no rights: a write fails in another way, and must end in the same.
        await using TreatmentRoom room = new(QuickPlan.Slow);
        await room.StartGunAsync(seed: 11);
        RunningProgram treatment = FileSizeLimit.Start(room);
        await treatment.LineAsync("\"shot\":3,");
        FileSizeLimit.Set(treatment, room);
        await SaysPausedAsync(treatment, "disk");
        await PausedAsync(room, treatment);
        FileSizeLimit.Lift(treatment);
        await FinishedAsync(room, treatment);
    }

    [Fact]
    [Trait("Requirement", "SR-093")]
    public async Task Database_locked_while_firing_pauses_says_so_and_goes_on_when_it_is_let_go()
    {
        // Aim: as with a full disk; the lock is held by a program that knows nothing of ours.
        await using TreatmentRoom room = new(QuickPlan.Slow);
        await room.StartGunAsync(seed: 10);
        RunningProgram treatment = room.StartTreatment();
        await treatment.LineAsync("\"shot\":3,");

        using (SqliteConnection other = new($"Data Source={Path.Combine(room.Data, "journal.db")};Pooling=False"))
        {
            other.Open();
            Execute(other, "BEGIN EXCLUSIVE");
            await SaysPausedAsync(treatment, "locked");
            await PausedAsync(room, treatment);
            Execute(other, "ROLLBACK");
        }

        await FinishedAsync(room, treatment);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Task SaysPausedAsync(RunningProgram treatment, string why) => treatment.LineAsync(line =>
        line.Contains("\"paused\"", StringComparison.Ordinal) && line.Contains("journal.db", StringComparison.Ordinal)
        && line.Contains(why, StringComparison.Ordinal));

    /// <summary>The trouble lasts: the host stays and waits, no shot begins, and the disk bounds what was fired.</summary>
    private static async Task PausedAsync(TreatmentRoom room, RunningProgram treatment)
    {
        Assert.False(await treatment.EndsWithinAsync(Settled), treatment.Said());
        TruthLog truth = room.Truth;
        Assert.False(await treatment.EndsWithinAsync(Settled), treatment.Said());
        Assert.Equal(truth.Strokes.Count, room.Truth.Strokes.Count);
        Journal disk = Journal.Of(await room.RunHostAsync(0, "records", "show", "--data", room.Data, "--json"));
        Assert.InRange(truth.Strokes.Count, disk.Shots.Count, disk.Shots.Count + disk.OpenShots);
    }

    private static async Task FinishedAsync(TreatmentRoom room, RunningProgram treatment)
    {
        await treatment.LineAsync("Records are written again; nothing was lost.");
        Assert.True(await treatment.ExitAsync() == 0, treatment.Said());
        Summary summary = Summary.Of(treatment);
        Judge.Complete(summary, room.Truth, room.Profile.Tolerance);
        Assert.Equal(summary.Shots, Journal.Of(await room.RunHostAsync(0, "records", "show", "--data", room.Data, "--json")).Shots);
        await room.VerifyRecordsAsync();
    }
}
