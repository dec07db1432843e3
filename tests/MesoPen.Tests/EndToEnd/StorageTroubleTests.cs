using MesoPen.Tests.Host.Records;
using Microsoft.Data.Sqlite;

namespace MesoPen.Tests.EndToEnd;

/// <summary>The disk is full, or another program locks the journal, in the middle of a treatment.</summary>
public sealed class StorageTroubleTests
{
    private const int DiskKib = 1024;

    [Fact]
    public async Task Disk_full_while_firing_pauses_says_so_and_goes_on_when_there_is_space()
    {
        // Aim: nothing is fired beyond what is on the disk; nothing that was fired is lost; a person learns what to do.
        using SmallDisk? disk = SmallDisk.Mount(DiskKib);
        await using TreatmentRoom room = new();
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

        await treatment.LineAsync(line => line.Contains("\"paused\"", StringComparison.Ordinal)
            && line.Contains(disk is not null ? "is full" : "disk", StringComparison.Ordinal) && line.Contains("journal.db", StringComparison.Ordinal));
        await PausedAsync(room);
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
        await using TreatmentRoom room = new();
        await room.StartGunAsync(seed: 11);
        RunningProgram treatment = FileSizeLimit.Start(room);
        await treatment.LineAsync("\"shot\":3,");
        FileSizeLimit.Set(treatment, room);
        await treatment.LineAsync(line => line.Contains("\"paused\"", StringComparison.Ordinal) && line.Contains("journal.db", StringComparison.Ordinal));
        await PausedAsync(room);
        FileSizeLimit.Lift(treatment);
        await FinishedAsync(room, treatment);
    }

    [Fact]
    public async Task Database_locked_while_firing_pauses_says_so_and_goes_on_when_it_is_let_go()
    {
        // Aim: as with a full disk; the lock is held by a program that knows nothing of ours.
        await using TreatmentRoom room = new();
        await room.StartGunAsync(seed: 10);
        RunningProgram treatment = room.StartTreatment();
        await treatment.LineAsync("\"shot\":3,");

        using (SqliteConnection other = new($"Data Source={Path.Combine(room.Data, "journal.db")};Pooling=False"))
        {
            other.Open();
            Execute(other, "BEGIN EXCLUSIVE");
            await treatment.LineAsync(line => line.Contains("\"paused\"", StringComparison.Ordinal) && line.Contains("locked", StringComparison.Ordinal));
            await PausedAsync(room);
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

    /// <summary>Once the pause is said, no shot begins.</summary>
    private static async Task PausedAsync(TreatmentRoom room)
    {
        // Long enough for several shots, were the permit still live; its lease ends by then too.
        using CancellationTokenSource never = new();
        await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System, never.Token);
        TruthLog truth = room.Truth;
        await Task.Delay(TimeSpan.FromMilliseconds(600), TimeProvider.System, never.Token);
        Assert.Equal(truth.Strokes.Count, room.Truth.Strokes.Count);
        Assert.InRange(truth.Strokes.Count, 3, QuickPlan.Points - 1);
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
