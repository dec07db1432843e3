using System.Globalization;
using MesoPen.Host.Input;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MesoPen.Host.Records;

/// <summary>The SQLite file <c>journal.db</c>: its schema, how it comes to be, and what is refused before a row is read.</summary>
internal static class JournalFile
{
    /// <summary>"MPen" in ASCII: marks the file as a MesoPen journal.</summary>
    public const int ApplicationId = 0x4D50_656E;

    /// <summary>How long a write waits for another program's lock. Short: the caller decides what to do meanwhile.</summary>
    public const int BusyTimeoutMs = 50;

    /// <summary>Path of the journal in a data folder.</summary>
    public static string PathIn(string directory) => Path.Combine(directory, "journal.db");

    /// <summary>
    /// Makes the journal if the folder has none. It is built under another name and renamed when whole, so that a journal.db that exists is
    /// never half made, whenever the power went.
    /// </summary>
    /// <exception cref="InputException">The journal is gone but its write-ahead log is not.</exception>
    /// <exception cref="RecordStoreException">The folder cannot be written.</exception>
    public static void EnsureExists(string directory)
    {
        string file = PathIn(directory);
        if (File.Exists(file))
        {
            return;
        }

        if (Directory.Exists(file))
        {
            throw new InputException(file, 0, "This is a folder, and the journal is a file: check the folder given with --data.");
        }

        if (File.Exists(file + "-wal"))
        {
            throw new InputException(
                file, 0, "The journal is missing but its journal.db-wal is here: put the journal back, or move both away together.");
        }

        string fresh = file + ".new";
        try
        {
            foreach (string rest in new[] { fresh, fresh + "-journal", fresh + "-wal", fresh + "-shm" })
            {
                File.Delete(rest);
            }

            using (SqliteConnection connection = Connect(fresh, SqliteOpenMode.ReadWriteCreate))
            {
                Execute(connection, $"PRAGMA synchronous=FULL; PRAGMA application_id={ApplicationId};");
                SqliteMigrations.Up(connection, SqliteMigrations.Latest);
                Execute(connection, "PRAGMA journal_mode=WAL;");
            }

            File.Move(fresh, file);
        }
        catch (SqliteException failure)
        {
            throw SqliteSentences.Write(failure.SqliteExtendedErrorCode, file, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RecordStoreException($"{file} cannot be made ({failure.Message}): make its folder writable.", failure);
        }
    }

    /// <summary>Opens an existing journal and refuses what is none, or is of a later version.</summary>
    /// <exception cref="InputException">Missing, damaged, not a journal, or from the future.</exception>
    /// <exception cref="RecordStoreException">Something is in the way of reading it.</exception>
    public static SqliteConnection Open(string directory, SqliteOpenMode mode)
    {
        string file = PathIn(directory);
        if (!File.Exists(file))
        {
            throw new InputException(file, 0, "There is no journal here: check the folder given with --data.");
        }

        SqliteConnection? connection = null;
        try
        {
            connection = Connect(file, mode);
            CheckIdentity(connection, file);
            return connection;
        }
        catch (SqliteException failure)
        {
            connection?.Dispose();
            if (mode == SqliteOpenMode.ReadOnly && IsSealed(failure, file))
            {
                return OpenSealed(file);
            }

            throw Refusal(failure, file);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens an existing journal for reading while nobody can write to it. Without a log beside it the file is whole and is read as it stands, so
    /// that a journal that is refused gets no file of SQLite's beside it.
    /// </summary>
    /// <inheritdoc cref="Open" path="/exception"/>
    public static SqliteConnection OpenHeld(string directory)
    {
        string file = PathIn(directory);
        return File.Exists(file) && !File.Exists(file + "-wal") ? OpenSealed(file) : Open(directory, SqliteOpenMode.ReadOnly);
    }

    /// <summary>What the column of the stream is called in a version of the schema.</summary>
    public static string StreamColumn(long version) => version == 1 ? "session" : "stream";

    /// <summary>A failure while opening or reading: bad input if the file is at fault, else something in the way.</summary>
    public static Exception Refusal(SqliteException failure, string file) =>
        SqliteSentences.IsDamage(failure.SqliteErrorCode)
            ? new InputException(file, 0, SqliteSentences.Cause(failure.SqliteExtendedErrorCode, "The journal"), failure)
            : SqliteSentences.Read(failure, file);

    /// <summary>Runs statements that answer nothing of interest.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement that answers one integer.</summary>
    public static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static SqliteConnection Connect(string file, SqliteOpenMode mode, bool immutable = false)
    {
        SqliteConnectionStringBuilder builder = new()
        {
            DataSource = immutable ? new Uri(Path.GetFullPath(file)).AbsoluteUri + "?immutable=1" : Path.GetFullPath(file),
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 1,
        };
        SqliteConnection connection = new(builder.ConnectionString);
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle, BusyTimeoutMs);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void CheckIdentity(SqliteConnection connection, string file)
    {
        if (new FileInfo(file).Length == 0)
        {
            throw new InputException(file, 0, "The journal is empty, so it was cut off: restore it from a copy.");
        }

        if (Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw new InputException(file, 0, "This is a database, but not a MesoPen journal: check the folder given with --data.");
        }

        long version = SqliteMigrations.VersionOf(connection);
        if (version < 1 || version > SqliteMigrations.Latest)
        {
            throw new InputException(file, 0, version > SqliteMigrations.Latest
                ? $"The journal has version {version}, and this program knows versions up to {SqliteMigrations.Latest}: use a newer program."
                : $"The journal says that it has version {version}, which never was: restore it from a copy.");
        }

        SqliteMigrations.Check(connection, file);
        Number(
            connection,
            $"SELECT count(*) FROM (SELECT sequence, {StreamColumn(version)}, at_unix_ms, kind, body, previous_hash, hash FROM journal LIMIT 1)");
    }

    // SQLite reads a database in WAL mode only with its shared-memory file, which it cannot make on read-only media. Without a log beside
    // it the file is whole and can be read as it stands.
    private static bool IsSealed(SqliteException failure, string file) =>
        failure.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY && !File.Exists(file + "-wal");

    private static SqliteConnection OpenSealed(string file)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = Connect(file, SqliteOpenMode.ReadOnly, immutable: true);
            CheckIdentity(connection, file);
            return connection;
        }
        catch (SqliteException failure)
        {
            connection?.Dispose();
            throw Refusal(failure, file);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }
}
