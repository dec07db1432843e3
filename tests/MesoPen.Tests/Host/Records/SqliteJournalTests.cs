using System.Diagnostics;
using System.Globalization;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using Microsoft.Data.Sqlite;

namespace MesoPen.Tests.Host.Records;

public sealed class SqliteJournalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Append_and_reopen_gives_the_rows_back_chained()
    {
        // Aim: what was appended is read back as it was, in order, and a later process goes on with the same chain.
        JournalHead head;
        using (SqliteJournal journal = SqliteJournal.Open(_folder.Path))
        {
            journal.Append([new RecordEntry("a", -5, "baseline", """{"text":"décolletage, 20 µL"}""")]);
            journal.Append(Entries.Many(1, 3));
            head = journal.Head;
        }

        using (SqliteJournal journal = SqliteJournal.Open(_folder.Path))
        {
            Assert.Equal(head, journal.Head);
            journal.Append(Entries.Many(4, 2, "session-2"));
        }

        using JournalReader reader = JournalReader.Open(_folder.Path);
        IReadOnlyList<JournalRow> rows = reader.Read();
        Assert.Equal([1, 2, 3, 4, 5, 6], rows.Select(row => row.Sequence));
        Assert.Equal(new RecordEntry("a", -5, "baseline", """{"text":"décolletage, 20 µL"}"""), Entry(rows[0]));
        Assert.Equal(Entries.Many(1, 5, "session-1")[..3], rows.Skip(1).Take(3).Select(Entry));
        Assert.Equal(RecordChain.Genesis, rows[0].PreviousHash);
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.PreviousHash));
        Assert.Equal(new JournalVerdict(new JournalHead(6, rows[5].Hash), null), reader.Verify());
        Assert.Equal(["session-2"], reader.Read("session-2").Select(row => row.Stream).Distinct());
    }

    [Fact]
    public void Sessions_are_summed_up_in_the_order_of_their_beginning()
    {
        // Aim: the list of sessions is right when sessions interleave.
        using SqliteJournal journal = SqliteJournal.Open(_folder.Path);
        journal.Append([Entries.One(1, "z"), Entries.One(2, "a"), Entries.One(3, "z"), new RecordEntry("a", 9, "session-closed", """{"outcome":"completed"}""")]);

        using JournalReader reader = JournalReader.Open(_folder.Path);
        Assert.Equal(
            [
                new SessionSummary("z", Entries.One(1).AtUnixMs, Entries.One(3).AtUnixMs, 2, "decision", Entries.One(3).Body),
                new SessionSummary("a", Entries.One(2).AtUnixMs, 9, 2, "session-closed", """{"outcome":"completed"}"""),
            ],
            reader.Sessions());
    }

    [Fact]
    [Trait("Requirement", "SR-090")]
    public void Append_with_one_bad_entry_writes_none()
    {
        // Aim: all of a batch or none of it; the journal goes on as if nothing had been asked.
        using SqliteJournal journal = SqliteJournal.Open(_folder.Path);
        journal.Append(Entries.Many(1, 2));
        JournalHead head = journal.Head;

        Assert.Throws<RecordStoreException>(() => journal.Append([Entries.One(3), new RecordEntry("s", 0, "decision", "{not json"), Entries.One(4)]));
        Assert.Throws<ArgumentException>(() => journal.Append([Entries.One(3), new RecordEntry("s", 0, "deci\0sion", "{}")]));
        Assert.Equal(head, Head());

        journal.Append(Entries.Many(3, 1));
        Assert.Equal(3, Head().Sequence);
    }

    [Theory]
    [InlineData("UPDATE journal SET body = '{}' WHERE sequence = 2")]
    [InlineData("DELETE FROM journal WHERE sequence = 3")]
    [InlineData("DELETE FROM journal")]
    [InlineData("INSERT OR REPLACE INTO journal SELECT 2, stream, at_unix_ms, kind, '{}', previous_hash, hash FROM journal WHERE sequence = 2")]
    [InlineData("INSERT INTO journal SELECT 9, stream, at_unix_ms, kind, body, previous_hash, hash FROM journal WHERE sequence = 2")]
    [Trait("Requirement", "SR-092")]
    public void Change_by_another_program_is_refused_by_the_file(string sql)
    {
        // Aim: append-only is kept by the file itself, against any program that opens it in good faith.
        using (SqliteJournal journal = SqliteJournal.Open(_folder.Path))
        {
            journal.Append(Entries.Many(1, 3));
        }

        using (RawJournal other = new(_folder.Path))
        {
            SqliteException refused = Assert.Throws<SqliteException>(() => other.Execute(sql));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(3, Head().Sequence);
    }

    [Fact]
    [Trait("Requirement", "SR-095")]
    public void Open_while_another_holds_it_names_the_process()
    {
        // Aim: two writers never share a journal, and the second is told whom to end.
        using (SqliteJournal journal = SqliteJournal.Open(_folder.Path))
        {
            RecordStoreException refused = Assert.Throws<RecordStoreException>(() => SqliteJournal.Open(_folder.Path));
            Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"Process {Environment.ProcessId} writes to "), refused.Message, StringComparison.Ordinal);
        }

        using SqliteJournal later = SqliteJournal.Open(_folder.Path);
        later.Append(Entries.Many(1, 1));
    }

    [Fact]
    [Trait("Requirement", "SR-095")]
    public void Open_while_another_process_holds_it_is_refused_until_that_is_killed()
    {
        // Aim: the lock works between processes and dies with its holder, however that dies.
        using Process holder = Process.Start(new ProcessStartInfo(
            "flock", ["-x", "-F", _folder.File("journal.lock"), "sh", "-c", "echo held; exec sleep 60"]) { RedirectStandardOutput = true })!;
        try
        {
            Assert.Equal("held", holder.StandardOutput.ReadLine());
            RecordStoreException refused = Assert.Throws<RecordStoreException>(() => SqliteJournal.Open(_folder.Path));
            Assert.StartsWith("Another process writes to ", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            holder.Kill(entireProcessTree: true);
            holder.WaitForExit();
        }

        SqliteJournal.Open(_folder.Path).Dispose();
    }

    [Fact]
    public void Append_while_another_program_holds_a_transaction_fails_at_once_and_succeeds_later()
    {
        // Aim: a locked database is a failure that the caller hears of within the busy time, not a wait; nothing is written, nothing lost.
        using SqliteJournal journal = SqliteJournal.Open(_folder.Path);
        journal.Append(Entries.Many(1, 1));
        using RawJournal other = new(_folder.Path);
        other.Execute("BEGIN IMMEDIATE");

        Stopwatch watch = Stopwatch.StartNew();
        RecordStoreException refused = Assert.Throws<RecordStoreException>(() => journal.Append(Entries.Many(2, 2)));
        Assert.InRange(watch.ElapsedMilliseconds, 40, 900);
        Assert.Equal($"Another program holds {_folder.File("journal.db")} locked: close it, then continue. Nothing of this step was recorded.", refused.Message);
        Assert.Equal(1, Head().Sequence);

        other.Execute("ROLLBACK");
        journal.Append(Entries.Many(2, 2));
        Assert.Equal(new JournalVerdict(journal.Head, null), Verdict());
        Assert.Equal(3, journal.Head.Sequence);
    }

    [Fact]
    public void Append_after_a_commit_that_reached_the_disk_unseen_writes_nothing_twice()
    {
        // Aim: a commit may fail for the caller and yet stand on the disk. The same entries come again, with later ones behind them.
        using SqliteJournal journal = SqliteJournal.Open(_folder.Path);
        journal.Append(Entries.Many(1, 2));
        using (RawJournal disk = new(_folder.Path))
        {
            disk.Append(journal.Head, Entries.Many(3, 2));
        }

        journal.Append(Entries.Many(3, 4));

        using JournalReader reader = JournalReader.Open(_folder.Path);
        Assert.Equal(Entries.Many(1, 6), reader.Read().Select(Entry));
        Assert.Equal(new JournalVerdict(journal.Head, null), reader.Verify());
    }

    [Fact]
    public void Append_after_a_stranger_wrote_is_refused()
    {
        // Aim: rows that are not ours are never taken for ours, and the chain is not continued on them.
        using SqliteJournal journal = SqliteJournal.Open(_folder.Path);
        journal.Append(Entries.Many(1, 2));
        using (RawJournal other = new(_folder.Path))
        {
            other.Append(journal.Head, Entries.One(99));
        }

        RecordStoreException refused = Assert.Throws<RecordStoreException>(() => journal.Append(Entries.Many(3, 2)));
        Assert.Contains("changed by another program", refused.Message, StringComparison.Ordinal);
        Assert.Equal(3, Head().Sequence);
    }

    [Fact]
    public void Append_after_the_file_was_removed_is_refused()
    {
        // Aim: a file that nobody can find again takes no records, though the operating system would let it.
        using SqliteJournal journal = SqliteJournal.Open(_folder.Path);
        journal.Append(Entries.Many(1, 1));
        File.Move(_folder.File("journal.db"), _folder.File("elsewhere.db"));

        RecordStoreException refused = Assert.Throws<RecordStoreException>(() => journal.Append(Entries.Many(2, 1)));
        Assert.Contains("was removed while it was in use", refused.Message, StringComparison.Ordinal);

        File.Move(_folder.File("elsewhere.db"), _folder.File("journal.db"));
        journal.Append(Entries.Many(2, 1));
        Assert.Equal(2, Head().Sequence);
    }

    [Fact]
    public void Reader_sees_what_is_committed_while_the_writer_goes_on()
    {
        // Aim: records can be looked at during a treatment, and looking does not get in its way.
        using SqliteJournal journal = SqliteJournal.Open(_folder.Path);
        journal.Append(Entries.Many(1, 1));
        using JournalReader reader = JournalReader.Open(_folder.Path);
        Assert.Single(reader.Read());
        journal.Append(Entries.Many(2, 1));
        Assert.Equal(2, reader.Read().Count);
        Assert.Equal(journal.Head, reader.Head());
    }

    [Fact]
    [Trait("Requirement", "SR-090")]
    public void Settings_are_the_durable_ones()
    {
        // Aim: what Append promises rests on the write-ahead log and on full synchronisation; neither may be lost by an edit.
        using SqliteJournal journal = SqliteJournal.Open(_folder.Path);
        SqliteConnection connection = (SqliteConnection)typeof(SqliteJournal)
            .GetField("_connection", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(journal)!;
        Assert.Equal(2, JournalFile.Number(connection, "PRAGMA synchronous"));
        Assert.True(File.Exists(_folder.File("journal.db-wal")) || JournalFile.Number(connection, "SELECT count(*) FROM journal") == 0);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", command.ExecuteScalar());
    }

    private static RecordEntry Entry(JournalRow row) => new(row.Stream, row.AtUnixMs, row.Kind, row.Body);

    private JournalHead Head()
    {
        using JournalReader reader = JournalReader.Open(_folder.Path);
        return reader.Head();
    }

    private JournalVerdict Verdict()
    {
        using JournalReader reader = JournalReader.Open(_folder.Path);
        return reader.Verify();
    }
}
