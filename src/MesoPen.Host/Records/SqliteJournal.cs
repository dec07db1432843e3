using MesoPen.Host.Input;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MesoPen.Host.Records;

/// <summary>
/// The journal of a data folder, open for writing: <c>journal.db</c>, SQLite in WAL mode with full synchronisation, each row chained to the
/// one before by its hash. One process at a time. Not for several threads at once.
/// </summary>
/// <remarks>After a failed <see cref="Append"/> the next one starts with the same entries: nothing may be left out or put before them.</remarks>
public sealed class SqliteJournal : IRecordStore, IDisposable
{
    private readonly WriterLock _lock;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly string _file;
    private JournalHead _head;

    private SqliteJournal(WriterLock held, SqliteConnection connection, string file, JournalHead head)
    {
        _lock = held;
        _connection = connection;
        _file = file;
        _head = head;
        _insert = connection.CreateCommand();
        _insert.CommandText = """
            INSERT INTO journal (sequence, session, at_unix_ms, kind, body, previous_hash, hash)
            VALUES ($sequence, $session, $at, $kind, $body, $previous, $hash)
            """;
        foreach (string name in new[] { "$sequence", "$session", "$at", "$kind", "$body", "$previous", "$hash" })
        {
            _insert.Parameters.AddWithValue(name, string.Empty);
        }
    }

    /// <summary>The last row known to be on the disk.</summary>
    public JournalHead Head => _head;

    /// <summary>Opens the folder's journal for writing, and makes both if they are missing. Checks the whole chain first.</summary>
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
    public void Append(IReadOnlyList<RecordEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count == 0)
        {
            return;
        }

        if (!File.Exists(_file))
        {
            throw new RecordStoreException($"{_file} was removed while it was in use: put it back, then continue. Nothing of this step was recorded.");
        }

        try
        {
            Run("BEGIN IMMEDIATE");
            (int done, JournalHead head) = AlreadyWritten(entries);
            for (int index = done; index < entries.Count; index++)
            {
                head = Insert(entries[index], head);
            }

            Run("COMMIT");
            _head = head;
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
    /// A commit that reported a failure may yet have reached the disk. When the same entries come again, those that stand there already are
    /// counted and not written twice. Anything else at the journal's end was written by a stranger.
    /// </summary>
    private (int Count, JournalHead Head) AlreadyWritten(IReadOnlyList<RecordEntry> entries)
    {
        JournalHead actual = JournalReader.HeadOf(_connection);
        JournalHead expected = _head;
        int count = 0;
        while (expected != actual && expected.Sequence < actual.Sequence && count < entries.Count)
        {
            expected = new JournalHead(expected.Sequence + 1, RecordChain.Hash(expected.Hash, expected.Sequence + 1, entries[count]));
            count++;
        }

        if (expected != actual)
        {
            throw new RecordStoreException(
                $"{_file} was changed by another program while it was in use: check it with records verify. Nothing of this step was recorded.");
        }

        return (count, actual);
    }

    private JournalHead Insert(RecordEntry entry, JournalHead last)
    {
        // A NUL would end the text early for every C program that reads the file.
        if (entry.Stream.Contains('\0') || entry.Kind.Contains('\0') || entry.Body.Contains('\0'))
        {
            throw new ArgumentException("A record cannot hold the character NUL.", nameof(entry));
        }

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
        int code = raw.sqlite3_exec(_connection.Handle, statement);
        if (code != raw.SQLITE_OK)
        {
            throw SqliteSentences.Write(raw.sqlite3_extended_errcode(_connection.Handle), _file);
        }
    }
}
