using MesoPen.Host.Records;
using Microsoft.Data.Sqlite;

namespace MesoPen.Tests.Host.Records;

public sealed class SqliteJournalDiskTests
{
    [Fact]
    [Trait("Requirement", "SR-090")]
    public void Append_on_a_full_disk_writes_nothing_and_goes_on_when_there_is_space()
    {
        // Aim: a real disk without space: one sentence, nothing half written, and the same batch goes in once there is space.
        using SmallDisk? disk = SmallDisk.Mount(kib: 512);
        if (disk is null)
        {
            // Without the right to mount, SQLite itself can be told that there are no more pages: the same result code by another way.
            FullByPages();
            return;
        }

        using SqliteJournal journal = SqliteJournal.Open(disk.Path);
        journal.Append(Entries.Many(1, 3));
        JournalHead head = journal.Head;
        disk.Fill();
        RecordEntry[] batch = Entries.Many(4, 20, padding: 4000);
        for (int attempt = 0; attempt < 3; attempt++)
        {
            AssertFull(Assert.Throws<RecordStoreException>(() => journal.Append(batch)));
            Assert.Equal(head, Verified(disk.Path));
        }

        disk.Free();
        journal.Append(batch);
        Assert.Equal(23, journal.Head.Sequence);
        Assert.Equal(journal.Head, Verified(disk.Path));
    }

    [Fact]
    [Trait("Requirement", "SR-090")]
    public void Append_until_the_disk_is_full_keeps_exactly_what_was_acknowledged()
    {
        // Aim: the disk fills up in the middle of work, wherever that is: acknowledged rows stand, the refused batch does not, and a new
        // process finds the same.
        using SmallDisk? disk = SmallDisk.Mount(kib: 1024);
        if (disk is null)
        {
            FullByPages();
            return;
        }

        long acknowledged = 0;
        using (SqliteJournal journal = SqliteJournal.Open(disk.Path))
        {
            RecordStoreException? full = null;
            for (int number = 1; full is null; number += 3)
            {
                try
                {
                    journal.Append(Entries.Many(number, 3, padding: number % 700));
                    acknowledged = journal.Head.Sequence;
                }
                catch (RecordStoreException failure)
                {
                    full = failure;
                }
            }

            AssertFull(full);
            Assert.Equal(acknowledged, Verified(disk.Path).Sequence);
        }

        Assert.InRange(acknowledged, 30, 10_000);
        Assert.Equal(acknowledged, Verified(disk.Path).Sequence);
    }

    [Fact]
    public void Open_on_a_full_disk_is_refused_and_leaves_no_half_journal()
    {
        // Aim: the first start on a full disk says so; the next one, with space, begins as if nothing had been.
        using SmallDisk? disk = SmallDisk.Mount(kib: 64);
        if (disk is null)
        {
            FullByPages();
            return;
        }

        disk.Fill();
        RecordStoreException refused = Assert.Throws<RecordStoreException>(() => SqliteJournal.Open(disk.Path));
        Assert.DoesNotContain("\n", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(disk.Path, "journal.db")));
        disk.Free();
        using SqliteJournal journal = SqliteJournal.Open(disk.Path);
        Assert.Equal(0, journal.Head.Sequence);
    }

    [Fact]
    public void Read_only_disk_refuses_writers_and_serves_readers()
    {
        // Aim: records on a read-only medium can be read and checked; writing says in one sentence why it cannot be.
        using SmallDisk? disk = SmallDisk.Mount(kib: 512);
        if (disk is null)
        {
            FullByPages();
            return;
        }

        JournalHead head;
        using (SqliteJournal journal = SqliteJournal.Open(disk.Path))
        {
            journal.Append(Entries.Many(1, 5));
            head = journal.Head;
        }

        disk.Remount(readOnly: true);
        Assert.Equal(head, Verified(disk.Path));
        RecordStoreException refused = Assert.Throws<RecordStoreException>(() => SqliteJournal.Open(disk.Path));
        Assert.Contains("cannot be written", refused.Message, StringComparison.Ordinal);
        disk.Remount(readOnly: false);
        Assert.Equal(head, Verified(disk.Path));
    }

    private static void AssertFull(RecordStoreException failure)
    {
        Assert.StartsWith("The disk that holds ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("is full: free some space on it, then continue. Nothing of this step was recorded.", failure.Message, StringComparison.Ordinal);
    }

    private static JournalHead Verified(string folder)
    {
        using JournalReader reader = JournalReader.Open(folder);
        JournalVerdict verdict = reader.Verify();
        Assert.Null(verdict.Broken);
        return verdict.Head;
    }

    private static void FullByPages()
    {
        using TempFolder folder = new();
        using SqliteJournal journal = SqliteJournal.Open(folder.Path);
        journal.Append(Entries.Many(1, 3));
        JournalHead head = journal.Head;
        SqliteConnection connection = (SqliteConnection)typeof(SqliteJournal)
            .GetField("_connection", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(journal)!;
        JournalFile.Execute(connection, "PRAGMA max_page_count=1");
        RecordEntry[] batch = Entries.Many(4, 20, padding: 4000);
        AssertFull(Assert.Throws<RecordStoreException>(() => journal.Append(batch)));
        Assert.Equal(head, Verified(folder.Path));
        JournalFile.Execute(connection, "PRAGMA max_page_count=1000000");
        journal.Append(batch);
        Assert.Equal(23, Verified(folder.Path).Sequence);
    }
}
