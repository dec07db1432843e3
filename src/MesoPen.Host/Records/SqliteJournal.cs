using MesoPen.Host.Input;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MesoPen.Host.Records;

/// <summary>
/// The journal of a data folder, open for writing: <c>journal.db</c>, SQLite in WAL mode with full synchronisation, each row chained to the
/// one before by its hash. One process at a time. Not for several threads at once: see <see cref="SqliteSiteJournal"/>.
/// </summary>
/// <remarks>After a failed append the same entries may come again, the same objects, also after others: they are not written twice.</remarks>
public sealed class SqliteJournal : IRecordStore, IDisposable
{
    private readonly WriterLock _lock;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly string _file;
    private readonly UnclearCommits _unclear = new();
    private JournalHead _head;

    private SqliteJournal(WriterLock held, SqliteConnection connection, string file, JournalHead head)
    {
        _lock = held;
        _connection = connection;
        _file = file;
        _head = head;
        _insert = connection.CreateCommand();
        _insert.CommandText = """
            INSERT INTO journal (sequence, stream, at_unix_ms, kind, body, previous_hash, hash)
            VALUES ($sequence, $stream, $at, $kind, $body, $previous, $hash)
            """;
        foreach (string name in new[] { "$sequence", "$stream", "$at", "$kind", "$body", "$previous", "$hash" })
        {
            _insert.Parameters.AddWithValue(name, string.Empty);
        }
    }

    /// <summary>The last row known to be on the disk.</summary>
    public JournalHead Head => _head;

    /// <summary>Begins and commits go through here; a test loses them, or their answers.</summary>
    internal Func<string, Func<int>, int> Line { get; set; } = (_, send) => send();

    /// <summary>
    /// Opens the folder's journal for writing, and makes both if they are missing. Checks the whole chain first. A journal of an earlier version
    /// is brought to this one, after a copy of it was made.
    /// </summary>
    /// <exception cref="InputException">The journal is damaged, is none, or is from the future. It was not changed.</exception>
    /// <exception cref="RecordStoreException">Another process writes to it, or the folder cannot be written.</exception>
    public static SqliteJournal Open(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        MakeFolder(directory);
        string file = JournalFile.PathIn(directory);
        WriterLock held = WriterLock.Take(directory);
        SqliteConnection? connection = null;
        try
        {
            JournalFile.EnsureExists(directory);
            JournalHead head = CheckedHead(directory, file);
            connection = JournalFile.Open(directory, SqliteOpenMode.ReadWrite);
            held.Sign();
            JournalFile.Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
            SqliteMigrations.Migrate(connection, file);
            return new SqliteJournal(held, connection, file, head);
        }
        catch (Exception failure)
        {
            connection?.Dispose();
            held.Dispose();
            if (failure is SqliteException sqlite)
            {
                throw JournalFile.Refusal(sqlite, file);
            }

            throw;
        }
    }

    /// <inheritdoc />
    public void Append(IReadOnlyList<RecordEntry> entries) => Append(entries, null);

    /// <summary>Writes all of them or none, unless the last clinic row is not <paramref name="lastClinicSequence"/>; returns their last row.</summary>
    /// <exception cref="JournalMovedException">There is a later clinic row; nothing was written.</exception>
    /// <exception cref="RecordStoreException">Disk full, database locked or broken; nothing was written.</exception>
    internal JournalHead Append(IReadOnlyList<RecordEntry> entries, long? lastClinicSequence)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count == 0)
        {
            return _head;
        }

        if (!File.Exists(_file))
        {
            throw new RecordStoreException($"{_file} was removed while it was in use: put it back, then continue. Nothing of this step was recorded.");
        }

        try
        {
            Run("BEGIN IMMEDIATE");
            (int done, JournalHead answer) = AlreadyWritten(entries);
            if (done < entries.Count)
            {
                answer = Write(entries.Skip(done).ToArray(), done == 0 ? lastClinicSequence : null);
            }

            _unclear.Answered(entries);
            return answer;
        }
        catch (SqliteException failure)
        {
            throw SqliteSentences.Write(failure.SqliteExtendedErrorCode, _file, failure);
        }
        finally
        {
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                // Whatever the answer: a transaction that cannot be rolled back is rolled back when the file is next opened.
                _ = raw.sqlite3_exec(_connection.Handle, "ROLLBACK");
            }
        }
    }

    /// <summary>Closes the file. What was appended is on the disk already.</summary>
    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
        _lock.Dispose();
    }

    private static void MakeFolder(string directory)
    {
        if (File.Exists(directory))
        {
            throw new InputException(directory, 0, "This is a file, and --data names a folder.");
        }

        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RecordStoreException($"The data folder {directory} cannot be made ({failure.Message}): name another with --data.", failure);
        }
    }

    private static JournalHead CheckedHead(string directory, string file)
    {
        using JournalReader reader = JournalReader.OpenHeld(directory);
        JournalVerdict verdict = reader.Verify();
        return verdict.Broken is { } broken
            ? throw new InputException(
                file, 0, $"The journal is not as it was written, from row {broken.Sequence} on. {broken.Reason} "
                    + "Restore it from a copy, or name another folder with --data.")
            : verdict.Head;
    }

    /// <summary>
    /// A commit that reported a failure may yet have reached the disk, and by now another writer may be the next to come. Whoever comes settles
    /// it: what stands becomes the head, and its own writer gets its answer when it comes again. Anything else at the journal's end was written
    /// by a stranger.
    /// </summary>
    /// <returns>How many of these entries stand already, and the last of them.</returns>
    private (int Count, JournalHead Head) AlreadyWritten(IReadOnlyList<RecordEntry> entries)
    {
        JournalHead actual = JournalReader.HeadOf(_connection);
        if (actual != _head && Reaches(entries, actual) is { } count)
        {
            _unclear.Settle(stands: false);
            _head = actual;
            return (count, actual);
        }

        if (actual != _head && actual != _unclear.Open)
        {
            throw new RecordStoreException(
                $"{_file} was changed by another program while it was in use: check it with records verify. Nothing of this step was recorded.");
        }

        _unclear.Settle(stands: actual != _head);
        _head = actual;
        return _unclear.Standing(entries);
    }

    /// <summary>How many of the entries lead from the known head to the actual one; null if they do not.</summary>
    private int? Reaches(IReadOnlyList<RecordEntry> entries, JournalHead actual)
    {
        JournalHead expected = _head;
        int count = 0;
        while (expected != actual && expected.Sequence < actual.Sequence && count < entries.Count)
        {
            expected = new JournalHead(expected.Sequence + 1, RecordChain.Hash(expected.Hash, expected.Sequence + 1, entries[count]));
            count++;
        }

        return expected == actual ? count : null;
    }

    private JournalHead Write(RecordEntry[] entries, long? lastClinicSequence)
    {
        if (lastClinicSequence is { } known && JournalReader.LastClinicSequence(_connection) != known)
        {
            throw new JournalMovedException();
        }

        JournalHead head = _head;
        foreach (RecordEntry entry in entries)
        {
            head = Insert(entry, head);
        }

        _unclear.Doubt(entries, head);
        Run("COMMIT");
        _unclear.Settle(stands: false);
        _head = head;
        return head;
    }

    private JournalHead Insert(RecordEntry entry, JournalHead last)
    {
        RecordChain.CheckText(entry);
        JournalHead head = new(last.Sequence + 1, RecordChain.Hash(last.Hash, last.Sequence + 1, entry));
        SqliteParameterCollection values = _insert.Parameters;
        values[0].Value = head.Sequence;
        values[1].Value = entry.Stream;
        values[2].Value = entry.AtUnixMs;
        values[3].Value = entry.Kind;
        values[4].Value = entry.Body;
        values[5].Value = last.Hash;
        values[6].Value = head.Hash;
        _insert.ExecuteNonQuery();
        return head;
    }

    // Begin and commit go to SQLite directly: the data provider would repeat a busy one for a second and more.
    private void Run(string statement)
    {
        int code = Line(statement, () => raw.sqlite3_exec(_connection.Handle, statement));
        if (code != raw.SQLITE_OK)
        {
            throw SqliteSentences.Write(raw.sqlite3_extended_errcode(_connection.Handle), _file);
        }
    }
}
