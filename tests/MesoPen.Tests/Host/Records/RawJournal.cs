using MesoPen.Host.Records;
using Microsoft.Data.Sqlite;

namespace MesoPen.Tests.Host.Records;

/// <summary>Somebody who opens the journal with another program.</summary>
internal sealed class RawJournal : IDisposable
{
    private readonly SqliteConnection _connection;

    public RawJournal(string folder)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "journal.db"), Pooling = false }.ConnectionString);
        _connection.Open();
    }

    public void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Takes away what keeps the journal append-only, as somebody who wants to change it would.</summary>
    public void DropTriggers() => Execute("DROP TRIGGER journal_append; DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete;");

    /// <summary>Appends rows with a right chain, as a commit would that reached the disk unseen.</summary>
    public void Append(JournalHead head, params RecordEntry[] entries)
    {
        foreach (RecordEntry entry in entries)
        {
            string hash = RecordChain.Hash(head.Hash, head.Sequence + 1, entry);
            using SqliteCommand command = _connection.CreateCommand();
            command.CommandText = "INSERT INTO journal VALUES ($sequence, $session, $at, $kind, $body, $previous, $hash)";
            command.Parameters.AddWithValue("$sequence", head.Sequence + 1);
            command.Parameters.AddWithValue("$session", entry.Stream);
            command.Parameters.AddWithValue("$at", entry.AtUnixMs);
            command.Parameters.AddWithValue("$kind", entry.Kind);
            command.Parameters.AddWithValue("$body", entry.Body);
            command.Parameters.AddWithValue("$previous", head.Hash);
            command.Parameters.AddWithValue("$hash", hash);
            command.ExecuteNonQuery();
            head = new JournalHead(head.Sequence + 1, hash);
        }
    }

    public void Dispose() => _connection.Dispose();
}
