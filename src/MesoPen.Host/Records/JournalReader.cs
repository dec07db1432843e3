using System.Globalization;
using MesoPen.Host.Input;
using Microsoft.Data.Sqlite;

namespace MesoPen.Host.Records;

/// <summary>Reads a journal, also while another process writes to it. Changes nothing.</summary>
public sealed class JournalReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _file;
    private readonly long _version;
    private readonly string _stream;
    private readonly string _columns;

    private JournalReader(SqliteConnection connection, string file)
    {
        _connection = connection;
        _file = file;
        _version = SqliteMigrations.VersionOf(connection);
        _stream = JournalFile.StreamColumn(_version);
        _columns = $"sequence, {_stream}, at_unix_ms, kind, body, previous_hash, hash";
    }

    /// <summary>Opens the journal of a data folder.</summary>
    /// <exception cref="InputException">Missing, damaged, not a journal, or from the future.</exception>
    /// <exception cref="RecordStoreException">Something is in the way of reading it.</exception>
    public static JournalReader Open(string directory) => Over(JournalFile.Open(directory, SqliteOpenMode.ReadOnly), JournalFile.PathIn(directory));

    /// <summary>Opens the journal of a folder whose <see cref="WriterLock"/> the caller holds: then even SQLite leaves no file beside it.</summary>
    /// <inheritdoc cref="Open" path="/exception"/>
    internal static JournalReader OpenHeld(string directory) => Over(JournalFile.OpenHeld(directory), JournalFile.PathIn(directory));

    /// <summary>The rows in order: of one session, or all.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    /// <exception cref="RecordStoreException">Something is in the way of reading it.</exception>
    public IReadOnlyList<JournalRow> Read(string? session = null)
    {
        List<JournalRow> rows = [];
        Each(session, row =>
        {
            rows.Add(row);
            return true;
        });
        return rows;
    }

    /// <summary>The rows of all treatment sessions in order, without those of the clinic.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    /// <exception cref="RecordStoreException">Something is in the way of reading it.</exception>
    public IReadOnlyList<JournalRow> ReadTreatments() => ReadAfter(0, int.MaxValue, JournalRows.Treatments);

    /// <summary>Rows after a sequence, oldest first, at most <paramref name="most"/>.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    /// <exception cref="RecordStoreException">Something is in the way of reading it.</exception>
    internal IReadOnlyList<JournalRow> ReadAfter(long sequence, int most, JournalRows which) => Guarded(() =>
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = $"SELECT {_columns} FROM {Filtered(which)} AND sequence > $after ORDER BY sequence LIMIT $most";
        command.Parameters.AddWithValue("$after", sequence);
        command.Parameters.AddWithValue("$most", most);
        List<JournalRow> rows = [];
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(Row(reader));
        }

        return rows;
    });

    /// <summary>How many rows of treatment sessions there are after a sequence.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    /// <exception cref="RecordStoreException">Something is in the way of reading it.</exception>
    internal long CountTreatments(long sequence) => Guarded(() => JournalFile.Number(
        _connection, string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) FROM {Filtered(JournalRows.Treatments)} AND sequence > {sequence}")));

    /// <summary>The treatment sessions, in the order in which they began.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    /// <exception cref="RecordStoreException">Something is in the way of reading it.</exception>
    public IReadOnlyList<SessionSummary> Sessions() => Guarded(() =>
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = $"""
            SELECT {_stream}, first.at_unix_ms, last.at_unix_ms, rows, last.kind, last.body
            FROM (SELECT {_stream}, min(sequence) AS first_row, max(sequence) AS last_row, count(*) AS rows
                  FROM journal WHERE instr({_stream}, '/') = 0 GROUP BY {_stream})
              JOIN journal AS first USING ({_stream}) JOIN journal AS last USING ({_stream})
            WHERE first.sequence = first_row AND last.sequence = last_row
            ORDER BY first_row
            """;
        List<SessionSummary> sessions = [];
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            sessions.Add(new SessionSummary(
                reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetString(4), reader.GetString(5)));
        }

        return sessions;
    });

    /// <summary>The last row.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    /// <exception cref="RecordStoreException">Something is in the way of reading it.</exception>
    public JournalHead Head() => Guarded(() => HeadOf(_connection));

    /// <summary>Checks the file's structure and every link of the chain.</summary>
    /// <param name="head">A hash kept elsewhere from an earlier time; it must stand in the chain, else the end was cut off or rewritten.</param>
    /// <exception cref="RecordStoreException">Something is in the way of reading it.</exception>
    public JournalVerdict Verify(string? head = null)
    {
        ChainCheck check = new(head);
        BrokenLink? broken = null;
        try
        {
            broken = Structure();
            Each(null, check.Take);
        }
        catch (InputException damage)
        {
            broken = new BrokenLink(check.Head.Sequence + 1, damage.Sentence);
        }

        // A row that is wrong is a better answer than "the file's pages are wrong", which is likely the cause.
        return new JournalVerdict(check.Head, check.Broken ?? broken ?? check.HeadMissing);
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    /// <summary>The last row as a connection sees it, within its transaction if it has one.</summary>
    internal static JournalHead HeadOf(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1";
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() ? new JournalHead(reader.GetInt64(0), reader.GetString(1)) : new JournalHead(0, RecordChain.Genesis);
    }

    /// <summary>Sequence of the last clinic row as a connection sees it, within its transaction if it has one; 0 if there is none.</summary>
    internal static long LastClinicSequence(SqliteConnection connection) =>
        JournalFile.Number(connection, "SELECT coalesce(max(sequence), 0) FROM journal INDEXED BY journal_clinic WHERE instr(stream, '/') > 0");

    // The index is named because SQLite cannot know how few clinic rows there are among those of treatments.
    private string Filtered(JournalRows which) => which switch
    {
        JournalRows.Clinic => $"journal {(_version > 1 ? "INDEXED BY journal_clinic" : "")} WHERE instr({_stream}, '/') > 0",
        JournalRows.Treatments => $"journal WHERE instr({_stream}, '/') = 0",
        _ => "journal WHERE true",
    };

    /// <summary>Reads over a connection that is open already.</summary>
    internal static JournalReader Over(SqliteConnection connection, string file)
    {
        try
        {
            return new JournalReader(connection, file);
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw JournalFile.Refusal(failure, file);
        }
    }

    private BrokenLink? Structure()
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        string answer = Guarded(() => (string)command.ExecuteScalar()!);
        return answer == "ok" ? null : new BrokenLink(0, $"The database's own check says: {answer.ReplaceLineEndings(" ")}.");
    }

    private void Each(string? session, Func<JournalRow, bool> take) => Guarded(() =>
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = session is null
            ? $"SELECT {_columns} FROM journal ORDER BY sequence"
            : $"SELECT {_columns} FROM journal WHERE {_stream} = $session ORDER BY sequence";
        if (session is not null)
        {
            command.Parameters.AddWithValue("$session", session);
        }

        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read() && take(Row(reader)))
        {
        }

        return true;
    });

    private static JournalRow Row(SqliteDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6));

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException failure)
        {
            throw JournalFile.Refusal(failure, _file);
        }
        catch (Exception wrongType) when (wrongType is InvalidOperationException or InvalidCastException or FormatException)
        {
            // A column of another type or NULL: the schema forbids it, so the file was made or changed by something else.
            throw new InputException(_file, 0, "The journal is damaged: a column holds what it cannot hold. Restore it from a copy.", wrongType);
        }
    }
}
