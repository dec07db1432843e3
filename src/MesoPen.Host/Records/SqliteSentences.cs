using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MesoPen.Host.Records;

/// <summary>SQLite's result codes in words that say what to do.</summary>
internal static class SqliteSentences
{
    /// <summary>Whether the file itself is wrong (as opposed to the disk or another program being in the way).</summary>
    public static bool IsDamage(int code) => (code & 0xFF) is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_SCHEMA;

    /// <summary>One sentence for a failed write.</summary>
    public static RecordStoreException Write(int code, string file, Exception? inner = null) =>
        new($"{Cause(code, file)} Nothing of this step was recorded.", inner);

    /// <summary>One sentence for a failed read.</summary>
    public static RecordStoreException Read(SqliteException cause, string file) =>
        new(Cause(cause.SqliteExtendedErrorCode, file), cause);

    /// <summary>What is wrong, and the remedy.</summary>
    public static string Cause(int code, string file) => (code & 0xFF) switch
    {
        raw.SQLITE_FULL => $"The disk that holds {file} is full: free some space on it, then continue.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Another program holds {file} locked: close it, then continue.",
        raw.SQLITE_READONLY => $"{file} cannot be written: it or its folder is read-only. Make it writable, then continue.",
        raw.SQLITE_CANTOPEN => $"{file} cannot be opened: check that its folder exists and may be read and written.",
        raw.SQLITE_PERM or raw.SQLITE_AUTH => $"This user may not open {file}: check its permissions.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => $"{file} is damaged or is not a journal (SQLite {code}): restore it from a copy.",
        raw.SQLITE_IOERR => $"The disk failed on {file} (SQLite {code}): check the disk and its cable, then continue.",
        raw.SQLITE_NOMEM => $"Not enough memory to use {file}: close other programs, then continue.",
        raw.SQLITE_TOOBIG => $"A record is too large for {file}.",
        raw.SQLITE_CONSTRAINT => $"{file} refused a record: it is append-only and takes each sequence number once (SQLite {code}).",
        _ => $"{file} cannot be used (SQLite {code}, {raw.sqlite3_errstr(code).utf8_to_string()}).",
    };
}
