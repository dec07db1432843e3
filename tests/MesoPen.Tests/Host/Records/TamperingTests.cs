using MesoPen.Host.Records;
using MesoPen.Tests.Protocol;
using Microsoft.Data.Sqlite;

namespace MesoPen.Tests.Host.Records;

/// <summary>A thousand random edits of a folder's journal.</summary>
public sealed class TamperingTests : IDisposable
{
    private const int Edits = 1000;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Requirement", "SR-091")]
    public void Any_edit_of_the_file_is_found_at_its_first_row()
    {
        // Aim: a bit changed in any column, a row dropped, swapped, put in or doubled, with the triggers gone and the checks off: each is found, at
        // the first row that is not what it was.
        RecordEntry[] entries = [.. Entries.Many(1, 5), Entries.One(6, "patient/P-0001"), Entries.One(7, "décolletage"), .. Entries.Many(8, 5)];
        using (SqliteJournal journal = SqliteJournal.Open(_folder.Path))
        {
            journal.Append(entries);
        }

        string file = _folder.File("journal.db");
        using (RawJournal other = new(_folder.Path))
        {
            other.DropTriggers();
        }

        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        JournalFile.Execute(connection, "PRAGMA ignore_check_constraints = ON");
        using JournalReader reader = JournalReader.Over(connection, file);
        IReadOnlyList<JournalRow> rows = reader.Read();
        Random random = TestSeed.Random();
        for (int edit = 0; edit < Edits; edit++)
        {
            (string what, IReadOnlyList<JournalRow> edited, long foundAt) = Tampering.Edit(random, rows);
            JournalFile.Execute(connection, "BEGIN");
            JournalFile.Execute(connection, "DELETE FROM journal");
            foreach (JournalRow row in edited)
            {
                Insert(connection, row);
            }

            BrokenLink? broken = reader.Verify().Broken;
            Assert.True(broken?.Sequence == foundAt, $"Edit {edit}, {what}: {broken}");
            JournalFile.Execute(connection, "ROLLBACK");
        }

        Assert.Null(reader.Verify().Broken);
    }

    private static void Insert(SqliteConnection connection, JournalRow row)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "INSERT INTO journal VALUES ($sequence, $stream, $at, $kind, $body, $previous, $hash)";
        command.Parameters.AddWithValue("$sequence", row.Sequence);
        command.Parameters.AddWithValue("$stream", row.Stream);
        command.Parameters.AddWithValue("$at", row.AtUnixMs);
        command.Parameters.AddWithValue("$kind", row.Kind);
        command.Parameters.AddWithValue("$body", row.Body);
        command.Parameters.AddWithValue("$previous", row.PreviousHash);
        command.Parameters.AddWithValue("$hash", row.Hash);
        command.ExecuteNonQuery();
    }
}
