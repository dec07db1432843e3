using System.Globalization;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using Microsoft.Data.Sqlite;

namespace MesoPen.Tests.Host.Records;

public sealed class SqliteMigrationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>Every version that was before this one.</summary>
    public static TheoryData<int> Earlier => [.. Enumerable.Range(1, SqliteMigrations.Latest - 1)];

    private string Db => _folder.File("journal.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Released_steps_are_as_they_were_released()
    {
        // Aim: a step that some clinic's file has taken is never edited: a change goes into a new step. The checksums are of the released texts.
        Assert.Equal(
            [
                "1 journal f1db36e91d658c4342394a0b6e72aee56c04ffeb0f933686397e259bf246defa",
                "2 streams c93e8d0589a61a7fe393a0a0fba2e001deeff947d40ab2652104e9db8e981c39",
            ],
            Migration.Sqlite.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Number} {step.Name} {step.Sha256}")));
    }

    [Theory]
    [MemberData(nameof(Earlier))]
    public void Journal_of_an_earlier_version_is_read_as_it_is(int version)
    {
        // Aim: records of an old folder can be shown and checked, also when it lies on something that cannot be written, and nothing changes.
        JournalHead head = Make(version);
        byte[] before = File.ReadAllBytes(Db);
        using (JournalReader reader = JournalReader.Open(_folder.Path))
        {
            Assert.Equal(new JournalVerdict(head, null), reader.Verify());
            Assert.Equal(Entries.Many(1, 30), reader.Read("session-1").Select(SiteJournalContract.Entry));
            Assert.Equal(["session-1"], reader.Sessions().Select(session => session.Session));
            Assert.Equal(30, reader.ReadTreatments().Count);
            Assert.Empty(reader.ReadAfter(0, 100, JournalRows.Clinic));
        }

        Assert.Equal(before, File.ReadAllBytes(Db));
        Assert.Equal(["journal.db"], Files());
    }

    [Theory]
    [MemberData(nameof(Earlier))]
    public void Journal_of_an_earlier_version_is_brought_up_with_its_rows_and_a_copy(int version)
    {
        // Aim: every row and every hash stays, the chain goes on, append-only still holds, and the file as it was lies beside it.
        JournalHead head = Make(version);
        IReadOnlyList<JournalRow> rows = Rows(_folder.Path);

        using (SqliteSiteJournal journal = SqliteSiteJournal.Open(_folder.Path))
        {
            journal.Append([Entries.One(31, "patient/1"), Entries.One(32)]);
        }

        IReadOnlyList<JournalRow> after = Rows(_folder.Path);
        Assert.Equal(rows, after.Take(30));
        Assert.Equal(32, after.Count);
        SiteJournalContract.AssertChained(after);
        using (RawJournal other = new(_folder.Path))
        {
            Assert.Throws<SqliteException>(() => other.Execute("UPDATE journal SET body = '{}' WHERE sequence = 2"));
            Assert.Throws<SqliteException>(() => other.Execute("DELETE FROM journal"));
        }

        string copy = SqliteMigrations.CopyBefore(Db, version);
        using TempFolder old = new();
        File.Copy(copy, old.File("journal.db"));
        using JournalReader reader = JournalReader.Open(old.Path);
        Assert.Equal(new JournalVerdict(head, null), reader.Verify());
    }

    [Theory]
    [MemberData(nameof(Earlier))]
    public void Schema_brought_up_is_the_schema_of_a_new_journal(int version)
    {
        // Aim: an old clinic and a new one end with the same tables, indexes, triggers and list of steps.
        Make(version);
        SqliteJournal.Open(_folder.Path).Dispose();
        using TempFolder fresh = new();
        SqliteJournal.Open(fresh.Path).Dispose();
        const string Everything = "SELECT group_concat(type || name || sql, char(10)) FROM (SELECT * FROM sqlite_master ORDER BY type, name)";
        const string Steps = "SELECT group_concat(number || name || sha256) FROM migration";
        Assert.Equal(Text(fresh.Path, Everything), Text(_folder.Path, Everything));
        Assert.Equal(Text(fresh.Path, Steps), Text(_folder.Path, Steps));
    }

    [Fact]
    public void Step_that_fails_leaves_the_file_at_the_version_before()
    {
        // Aim: power lost or disk full in the middle of a step: the file is whole at its old version, and the next start takes the step again.
        JournalHead head = Make(1);
        using (RawJournal other = new(_folder.Path))
        {
            other.Execute("CREATE TABLE migration (in_the_way)");
        }

        Assert.Throws<RecordStoreException>(() => SqliteJournal.Open(_folder.Path));
        using (JournalReader reader = JournalReader.Open(_folder.Path))
        {
            Assert.Equal(new JournalVerdict(head, null), reader.Verify());
        }

        using (RawJournal other = new(_folder.Path))
        {
            other.Execute("DROP TABLE migration");
        }

        using SqliteJournal journal = SqliteJournal.Open(_folder.Path);
        Assert.Equal(head, journal.Head);
    }

    [Theory]
    [InlineData("UPDATE migration SET sha256 = replace(sha256, substr(sha256, 1, 1), 'g') WHERE number = 1")]
    [InlineData("DELETE FROM migration WHERE number = 2")]
    [InlineData("INSERT INTO migration VALUES (3, 'other', 'x')")]
    public void Schema_made_by_other_steps_is_refused_unchanged(string sql)
    {
        // Aim: a file whose version number is right but whose steps were others is not taken for ours.
        SqliteJournal.Open(_folder.Path).Dispose();
        using (RawJournal other = new(_folder.Path))
        {
            other.Execute(sql);
        }

        byte[] before = File.ReadAllBytes(Db);
        InputException refused = Assert.Throws<InputException>(() => SqliteJournal.Open(_folder.Path));
        Assert.Contains("other steps than this program's", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Db));
    }

    /// <summary>A journal as an earlier program left it, with rows.</summary>
    private JournalHead Make(int version)
    {
        using (SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = Db, Pooling = false }.ConnectionString))
        {
            connection.Open();
            JournalFile.Execute(connection, $"PRAGMA application_id={JournalFile.ApplicationId}");
            SqliteMigrations.Up(connection, version);
            JournalFile.Execute(connection, "PRAGMA journal_mode=WAL");
        }

        using (RawJournal rows = new(_folder.Path))
        {
            rows.Append(new JournalHead(0, RecordChain.Genesis), Entries.Many(1, 30));
        }

        using JournalReader reader = JournalReader.Open(_folder.Path);
        return reader.Head();
    }

    private static IReadOnlyList<JournalRow> Rows(string folder)
    {
        using JournalReader reader = JournalReader.Open(folder);
        return reader.Read();
    }

    private static string Text(string folder, string sql)
    {
        using SqliteConnection connection = JournalFile.Open(folder, SqliteOpenMode.ReadOnly);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_folder.Path).Select(file => Path.GetFileName(file)).Where(name => !name.Contains("db-", StringComparison.Ordinal));
}
