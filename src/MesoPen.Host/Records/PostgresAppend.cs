using Npgsql;

namespace MesoPen.Host.Records;

/// <summary>
/// One append to the shared journal: a transaction of two messages. The first takes the lock on the head and reads it; the second writes the rows
/// and commits. Between them the rows are chained.
/// </summary>
/// <remarks>
/// The lock belongs to the transaction, so whoever holds it next sees how the one before ended, also if that one's connection was lost at its
/// commit.
/// </remarks>
internal sealed class PostgresAppend : IAsyncDisposable
{
    /// <summary>One append at a time: "MPen" in ASCII, as a journal's file is marked.</summary>
    private const long HeadLock = JournalFile.ApplicationId;

    private const string Columns = "sequence, stream, at_unix_ms, kind, body, previous_hash, hash, station, station_sequence";

    private readonly NpgsqlConnection _connection;

    private PostgresAppend(NpgsqlConnection connection) => _connection = connection;

    /// <summary>The last row, as it is while the lock is held.</summary>
    public JournalHead Head { get; private set; }

    /// <summary>Sequence of the last clinic row; 0 if there is none.</summary>
    public long LastClinicSequence { get; private set; }

    /// <summary>Whether the row that was asked for stands.</summary>
    public bool Stands { get; private set; }

    /// <summary>The last row that the station delivered; null if there is none.</summary>
    public JournalRow? LastOfStation { get; private set; }

    /// <summary>Takes the lock and reads what the append hangs on.</summary>
    /// <param name="source">Where to.</param>
    /// <param name="doubtful">A row to be looked for, of an earlier append that gave no clear answer.</param>
    /// <param name="station">The station whose last delivered row is wanted; null if none is.</param>
    /// <param name="cancel">Gives up waiting for the lock; nothing is written then.</param>
    public static async Task<PostgresAppend> BeginAsync(NpgsqlDataSource source, JournalHead? doubtful, string? station, CancellationToken cancel)
    {
        PostgresAppend append = new(await source.OpenConnectionAsync(cancel).ConfigureAwait(false));
        try
        {
            await append.ReadHeadAsync(doubtful, station, cancel).ConfigureAwait(false);
            return append;
        }
        catch
        {
            await append.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Writes rows; they stand once <see cref="CommitAsync"/> is done.</summary>
    public async Task WriteAsync(IReadOnlyList<JournalRow> rows)
    {
        await using NpgsqlBatch batch = new(_connection);
        batch.BatchCommands.Add(Insert(rows));
        await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Writes rows and commits. Not to be given up half-way.</summary>
    public async Task CommitAsync(IReadOnlyList<JournalRow> rows)
    {
        await using NpgsqlBatch batch = new(_connection);
        if (rows.Count > 0)
        {
            batch.BatchCommands.Add(Insert(rows));
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Ends the transaction if it was not committed, and lets go of the lock.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>One row as it stands in the columns of <see cref="Select"/>.</summary>
    public static JournalRow Row(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6))
    {
        Station = reader.IsDBNull(7) ? null : reader.GetString(7),
        StationSequence = reader.IsDBNull(8) ? null : reader.GetInt64(8),
    };

    /// <summary>A question for whole rows.</summary>
    public static string Select(string where) => $"SELECT {Columns} FROM journal {where}";

    private static NpgsqlBatchCommand Insert(IReadOnlyList<JournalRow> rows)
    {
        NpgsqlBatchCommand insert = new($"""
            INSERT INTO journal ({Columns})
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[]) ORDER BY 1
            """);
        Add(insert, rows, row => row.Sequence);
        Add(insert, rows, row => row.Stream);
        Add(insert, rows, row => row.AtUnixMs);
        Add(insert, rows, row => row.Kind);
        Add(insert, rows, row => row.Body);
        Add(insert, rows, row => row.PreviousHash);
        Add(insert, rows, row => row.Hash);
        Add(insert, rows, row => row.Station);
        Add(insert, rows, row => row.StationSequence);
        return insert;
    }

    private static void Add<T>(NpgsqlBatchCommand command, IReadOnlyList<JournalRow> rows, Func<JournalRow, T> column) =>
        command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. rows.Select(column)] });

    private async Task ReadHeadAsync(JournalHead? doubtful, string? station, CancellationToken cancel)
    {
        await using NpgsqlBatch batch = new(_connection);

        // Each statement after the lock sees what was committed before the lock was given.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_advisory_xact_lock($1)") { Parameters = { new() { Value = HeadLock } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT coalesce(max(sequence), 0) FROM journal WHERE strpos(stream, '/') > 0"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT EXISTS (SELECT FROM journal WHERE sequence = $1 AND hash = $2)")
        {
            Parameters = { new() { Value = doubtful?.Sequence ?? 0 }, new() { Value = doubtful?.Hash ?? string.Empty } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Select("WHERE station = $1 ORDER BY station_sequence DESC LIMIT 1"))
        {
            Parameters = { new() { Value = station ?? string.Empty } },
        });
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await reader.NextResultAsync(cancel).ConfigureAwait(false);
        Head = await reader.ReadAsync(cancel).ConfigureAwait(false)
            ? new JournalHead(reader.GetInt64(0), reader.GetString(1))
            : new JournalHead(0, RecordChain.Genesis);
        await reader.NextResultAsync(cancel).ConfigureAwait(false);
        await reader.ReadAsync(cancel).ConfigureAwait(false);
        LastClinicSequence = reader.GetInt64(0);
        await reader.NextResultAsync(cancel).ConfigureAwait(false);
        await reader.ReadAsync(cancel).ConfigureAwait(false);
        Stands = reader.GetBoolean(0);
        await reader.NextResultAsync(cancel).ConfigureAwait(false);
        LastOfStation = await reader.ReadAsync(cancel).ConfigureAwait(false) ? Row(reader) : null;
    }
}
