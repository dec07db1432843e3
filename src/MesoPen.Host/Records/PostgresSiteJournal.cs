using MesoPen.Host.Input;
using Npgsql;

namespace MesoPen.Host.Records;

/// <summary>
/// The journal of a site with many stations, in PostgreSQL: the same columns and the same chain as the journal of a data folder. Every station
/// writes to it; each append holds a lock on the head.
/// </summary>
/// <remarks>
/// A database that cannot be reached is no reason to fail at once for ever: every call tries anew. If a connection is lost at the commit, the next
/// append, of whomever in this process, looks up whether the rows stand, and the same entries coming again (the same objects) are not written twice.
/// </remarks>
public sealed class PostgresSiteJournal : ISiteJournal
{
    private readonly PostgresAddress _address;
    private readonly NpgsqlDataSource _source;
    private readonly UnclearCommits _unclear = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly bool _makesTables;
    private volatile bool _prepared;

    private PostgresSiteJournal(PostgresAddress address, bool makesTables)
    {
        _address = address;
        _makesTables = makesTables;
        _source = NpgsqlDataSource.Create(address.Connection);
    }

    /// <summary>The database in words, without the password.</summary>
    public string Name => _address.Name;

    /// <summary>Names the database. It is not reached for until something is asked of it.</summary>
    /// <param name="connectionString">As Npgsql takes it: <c>Host=...;Database=...;Username=...;Password=...;SSL Mode=VerifyFull</c>.</param>
    /// <exception cref="InputException">It is no connection string, or names another computer without encryption.</exception>
    public static PostgresSiteJournal At(string connectionString) => new(PostgresAddress.Parse(connectionString), makesTables: true);

    /// <summary>Names a database whose journal is to be read alone: nothing is made or changed in it.</summary>
    /// <inheritdoc cref="At" path="/param"/>
    /// <inheritdoc cref="At" path="/exception"/>
    public static PostgresSiteJournal ToRead(string connectionString) => new(PostgresAddress.Parse(connectionString), makesTables: false);

    /// <summary>Reaches for the database and makes the journal's tables in it if there are none. Every other call does so too when it is the first.</summary>
    /// <exception cref="InputException">The database is not fit for a journal, or its journal is of a later version.</exception>
    /// <exception cref="RecordStoreException">It cannot be reached.</exception>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        try
        {
            await PrepareOnceAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            throw ReadFailure(failure);
        }
    }

    /// <inheritdoc />
    public async Task<JournalHead> AppendAsync(IReadOnlyList<RecordEntry> entries, long? lastClinicSequence, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (RecordEntry entry in entries)
        {
            RecordChain.CheckText(entry);
        }

        if (entries.Count == 0)
        {
            return await HeadAsync(cancel).ConfigureAwait(false);
        }

        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await AgainAsync(() => WriteAsync(entries, lastClinicSequence, cancel), WriteFailure, cancel).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Appends rows of a station's own journal, in order, as far as they do not stand here yet, and returns the last row here of that station.
    /// May be called again with the same rows, or with some of them, any number of times.
    /// </summary>
    /// <param name="station">The station's name, its own on this site.</param>
    /// <param name="after">The rows are those of the station's treatments after this sequence. Nothing is written if less than that stands here.</param>
    /// <param name="rows">Rows of the station's journal, oldest first; empty to ask alone.</param>
    /// <param name="known">Reads the station's own row of a sequence; null if it has none. To make sure that it is the same station.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <exception cref="RecordStoreException">The database cannot be written, or what stands here under this name came from another journal.</exception>
    public Task<long> DeliverAsync(
        string station, long after, IReadOnlyList<JournalRow> rows, Func<long, Task<JournalRow?>> known, CancellationToken cancel) =>
        AgainAsync(() => DeliverOnceAsync(station, after, rows, known, cancel), ReadFailure, cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> ReadClinicAsync(long afterSequence, int most, CancellationToken cancel) =>
        RowsAsync("WHERE strpos(stream, '/') > 0 AND sequence > $1 ORDER BY sequence LIMIT $2", cancel, afterSequence, most);

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> ReadStreamAsync(string stream, CancellationToken cancel) =>
        RowsAsync("WHERE stream = $1 ORDER BY sequence", cancel, stream);

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> ReadAsync(long afterSequence, int most, CancellationToken cancel) =>
        RowsAsync("WHERE sequence > $1 ORDER BY sequence LIMIT $2", cancel, afterSequence, most);

    /// <inheritdoc />
    public Task<JournalHead> HeadAsync(CancellationToken cancel) => ReadingAsync(
        async connection =>
        {
            await using NpgsqlCommand command = new("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1", connection);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            return await reader.ReadAsync(cancel).ConfigureAwait(false)
                ? new JournalHead(reader.GetInt64(0), reader.GetString(1))
                : new JournalHead(0, RecordChain.Genesis);
        },
        cancel);

    /// <summary>Checks every link of the chain.</summary>
    /// <param name="head">A hash kept elsewhere from an earlier time; it must stand in the chain, else the end was cut off or rewritten.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RecordStoreException">The database cannot be read.</exception>
    public async Task<JournalVerdict> VerifyAsync(string? head, CancellationToken cancel)
    {
        ChainCheck check = new(head);
        BrokenLink? unread = await EachAsync(check.Take, cancel).ConfigureAwait(false);
        return new JournalVerdict(check.Head, check.Broken ?? unread ?? check.HeadMissing);
    }

    /// <summary>Reads the rows in order, as they are at one moment, until one is not taken. Returns the first that cannot be read.</summary>
    /// <exception cref="RecordStoreException">The database cannot be read.</exception>
    internal Task<BrokenLink?> EachAsync(Func<JournalRow, bool> take, CancellationToken cancel) => ReadingAsync(
        async connection =>
        {
            long last = 0;
            await using NpgsqlCommand command = new(PostgresAppend.Select("ORDER BY sequence"), connection) { CommandTimeout = 0 };
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            try
            {
                while (await reader.ReadAsync(cancel).ConfigureAwait(false))
                {
                    JournalRow row = PostgresAppend.Row(reader);
                    if (!take(row))
                    {
                        return null;
                    }

                    last = row.Sequence;
                }
            }
            catch (Exception wrong) when (wrong is InvalidCastException or ArgumentException)
            {
                return new BrokenLink(last + 1, "A column holds what it cannot hold: the row was changed.");
            }

            return null;
        },
        cancel);

    /// <summary>Writes the rows of another journal, hashes and all, into this one, which is empty.</summary>
    /// <exception cref="RecordStoreException">There are rows already, or the database cannot be written; nothing was.</exception>
    internal Task RestoreAsync(Func<IEnumerable<JournalRow>> rows, CancellationToken cancel) => AgainAsync(
        async () =>
        {
            await using PostgresAppend append = await PostgresAppend.BeginAsync(_source, null, null, cancel).ConfigureAwait(false);
            if (append.Head.Sequence > 0)
            {
                throw new RecordStoreException($"{Name} holds records already: restore into an empty one.");
            }

            foreach (JournalRow[] some in rows().Chunk(1000))
            {
                await append.WriteAsync(some).ConfigureAwait(false);
            }

            await append.CommitAsync([]).ConfigureAwait(false);
            return true;
        },
        WriteFailure,
        cancel);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<JournalHead> WriteAsync(IReadOnlyList<RecordEntry> entries, long? lastClinicSequence, CancellationToken cancel)
    {
        JournalHead? doubtful = _unclear.Open;
        await using PostgresAppend append = await PostgresAppend.BeginAsync(_source, doubtful, null, cancel).ConfigureAwait(false);
        _unclear.Settle(doubtful is not null && append.Stands);
        (int done, JournalHead answer) = _unclear.Standing(entries);
        if (done < entries.Count)
        {
            if (done == 0 && lastClinicSequence is { } known && append.LastClinicSequence != known)
            {
                throw new JournalMovedException();
            }

            RecordEntry[] missing = [.. entries.Skip(done)];
            List<JournalRow> rows = Chained(append.Head, missing.Select(entry => (entry, (string?)null, (long?)null)));
            answer = new JournalHead(rows[^1].Sequence, rows[^1].Hash);
            _unclear.Doubt(missing, answer);
            try
            {
                await append.CommitAsync(rows).ConfigureAwait(false);
            }
            catch (Exception failure) when (PostgresSentences.IsRefusal(failure))
            {
                _unclear.Settle(stands: false);
                throw;
            }

            _unclear.Settle(stands: false);
        }

        _unclear.Answered(entries);
        return answer;
    }

    private async Task<long> DeliverOnceAsync(
        string station, long after, IReadOnlyList<JournalRow> rows, Func<long, Task<JournalRow?>> known, CancellationToken cancel)
    {
        await using PostgresAppend append = await PostgresAppend.BeginAsync(_source, null, station, cancel).ConfigureAwait(false);
        long last = append.LastOfStation?.StationSequence ?? 0;
        if (append.LastOfStation is { } here && (await known(last).ConfigureAwait(false))?.Entry != here.Entry)
        {
            throw new RecordStoreException(
                $"What the database holds of station {station} did not come from this journal: give each station a name of its own, "
                    + "and a station whose journal was made anew a new name.");
        }

        if (last < after)
        {
            // The database was put back to an earlier day: what it lost is delivered again, from there on.
            return last;
        }

        List<JournalRow> missing = Chained(
            append.Head, rows.Where(row => row.Sequence > last).Select(row => (row.Entry, (string?)station, (long?)row.Sequence)));
        if (missing.Count > 0)
        {
            await append.CommitAsync(missing).ConfigureAwait(false);
            last = missing[^1].StationSequence!.Value;
        }

        return last;
    }

    private static List<JournalRow> Chained(JournalHead head, IEnumerable<(RecordEntry Entry, string? Station, long? Sequence)> entries)
    {
        List<JournalRow> rows = [];
        foreach ((RecordEntry entry, string? station, long? sequence) in entries)
        {
            string hash = RecordChain.Hash(head.Hash, head.Sequence + 1, entry, station, sequence);
            rows.Add(new JournalRow(head.Sequence + 1, entry.Stream, entry.AtUnixMs, entry.Kind, entry.Body, head.Hash, hash)
            {
                Station = station, StationSequence = sequence,
            });
            head = new JournalHead(head.Sequence + 1, hash);
        }

        return rows;
    }

    private Task<IReadOnlyList<JournalRow>> RowsAsync(string where, CancellationToken cancel, params object[] values) => ReadingAsync<IReadOnlyList<JournalRow>>(
        async connection =>
        {
            await using NpgsqlCommand command = new(PostgresAppend.Select(where), connection);
            foreach (object value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            List<JournalRow> rows = [];
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            while (await reader.ReadAsync(cancel).ConfigureAwait(false))
            {
                rows.Add(PostgresAppend.Row(reader));
            }

            return rows;
        },
        cancel);

    private Task<T> ReadingAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancel) => AgainAsync(
        async () =>
        {
            await using NpgsqlConnection connection = await _source.OpenConnectionAsync(cancel).ConfigureAwait(false);
            return await read(connection).ConfigureAwait(false);
        },
        ReadFailure,
        cancel);

    /// <summary>
    /// Does it, and once more over a new connection if the old one was lost: a database that was restarted leaves lost connections behind. What
    /// became of the first try is known before the second writes.
    /// </summary>
    private async Task<T> AgainAsync<T>(Func<Task<T>> work, Func<Exception, RecordStoreException> told, CancellationToken cancel)
    {
        for (bool again = false; ; again = true)
        {
            try
            {
                await PrepareOnceAsync(cancel).ConfigureAwait(false);
                return await work().ConfigureAwait(false);
            }
            catch (Exception failure) when (PostgresSentences.IsLoss(failure) && !again)
            {
                _source.Clear();
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                throw told(failure);
            }
            catch (InputException unfit)
            {
                throw new RecordStoreException(unfit.Message, unfit);
            }
        }
    }

    private RecordStoreException ReadFailure(Exception failure) => PostgresSentences.Read(failure, _address);

    private RecordStoreException WriteFailure(Exception failure) =>
        _unclear.Open is null ? PostgresSentences.Write(failure, _address) : PostgresSentences.Unclear(failure, _address);

    /// <summary>Makes sure, once, that the database keeps what it has acknowledged, and that the tables are there.</summary>
    private async Task PrepareOnceAsync(CancellationToken cancel)
    {
        if (_prepared)
        {
            return;
        }

        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using (NpgsqlCommand settings = new(
            "SELECT name, setting FROM pg_settings WHERE (name IN ('fsync', 'full_page_writes') AND setting <> 'on') OR (name = 'server_encoding' AND setting <> 'UTF8')",
            connection))
        await using (NpgsqlDataReader unfit = await settings.ExecuteReaderAsync(cancel).ConfigureAwait(false))
        {
            if (await unfit.ReadAsync(cancel).ConfigureAwait(false))
            {
                throw new InputException(
                    "database", 0, $"{_address.Name} has {unfit.GetString(0)} = {unfit.GetString(1)}, and records need fsync and full_page_writes on and "
                        + "the encoding UTF8: change that in its configuration, or name another database.");
            }
        }

        if (_makesTables)
        {
            await PostgresMigrations.MigrateAsync(connection, "database", Migration.Postgres, cancel).ConfigureAwait(false);
        }
        else if (await PostgresMigrations.CheckAsync(connection, "database", Migration.Postgres, cancel).ConfigureAwait(false) == 0)
        {
            throw new InputException("database", 0, "There is no journal here: check the connection string given with --database.");
        }

        _prepared = true;
    }
}
