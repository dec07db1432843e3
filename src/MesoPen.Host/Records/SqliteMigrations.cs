using System.Globalization;
using MesoPen.Host.Input;
using Microsoft.Data.Sqlite;

namespace MesoPen.Host.Records;

/// <summary>Brings a journal's file to the schema that this program writes, and checks that it came there by the steps that this program knows.</summary>
internal static class SqliteMigrations
{
    /// <summary>First version that keeps a list of its steps.</summary>
    private const int ListedFrom = 2;

    /// <summary>Version of the schema that this program writes: 2.</summary>
    public static int Latest => Migration.Sqlite.Count;

    /// <summary>Version of an open file.</summary>
    public static long VersionOf(SqliteConnection connection) => JournalFile.Number(connection, "PRAGMA user_version");

    /// <summary>The copy that is made before a file leaves this version.</summary>
    public static string CopyBefore(string file, long version) => Path.ChangeExtension(file, $".before-version-{Shown(version + 1)}.db");

    /// <summary>Takes every step that is missing, each in a transaction of its own; a copy of the file is made before the first.</summary>
    /// <exception cref="SqliteException">The file cannot be written. It stands at the last whole step.</exception>
    public static void Migrate(SqliteConnection connection, string file)
    {
        long version = VersionOf(connection);
        if (version < Latest)
        {
            CopyTo(connection, CopyBefore(file, version));
            Up(connection, Latest);
        }
    }

    /// <summary>Takes the steps up to a version. A file without any becomes an empty journal.</summary>
    public static void Up(SqliteConnection connection, int version)
    {
        foreach (Migration step in Migration.Sqlite.Take(version).Skip((int)VersionOf(connection)))
        {
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            JournalFile.Execute(connection, step.Sql);
            JournalFile.Execute(connection, $"PRAGMA user_version={Shown(step.Number)}");
            if (step.Number >= ListedFrom)
            {
                foreach (Migration taken in Migration.Sqlite.Take(step.Number).Skip(step.Number == ListedFrom ? 0 : step.Number - 1))
                {
                    List(connection, taken);
                }
            }

            transaction.Commit();
        }
    }

    /// <summary>Refuses a file whose steps were others than those of this program.</summary>
    /// <exception cref="InputException">A step is missing, or another one was taken.</exception>
    public static void Check(SqliteConnection connection, string file)
    {
        long version = VersionOf(connection);
        if (version < ListedFrom)
        {
            return;
        }

        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT number, name, sha256 FROM migration ORDER BY number";
        List<(long, string, string)> taken = [];
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            taken.Add((reader.GetInt64(0), reader.GetString(1), reader.GetString(2)));
        }

        if (!taken.SequenceEqual(Migration.Sqlite.Take((int)version).Select(step => ((long)step.Number, step.Name, step.Sha256))))
        {
            throw new InputException(
                file, 0, "The journal's schema was made by other steps than this program's (their checksums differ): use the program that made it.");
        }
    }

    /// <summary>Copies an open file as it is at this moment, also while another process writes to it. A copy that exists is a whole one.</summary>
    /// <exception cref="SqliteException">The copy cannot be written.</exception>
    public static void CopyTo(SqliteConnection connection, string copy)
    {
        string fresh = copy + ".new";
        File.Delete(fresh);
        using (SqliteConnection to = new(new SqliteConnectionStringBuilder { DataSource = fresh, Pooling = false }.ConnectionString))
        {
            to.Open();
            JournalFile.Execute(to, "PRAGMA synchronous=FULL");
            connection.BackupDatabase(to);
        }

        File.Move(fresh, copy, overwrite: true);
    }

    private static void List(SqliteConnection connection, Migration step)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "INSERT INTO migration (number, name, sha256) VALUES ($number, $name, $sha256)";
        command.Parameters.AddWithValue("$number", step.Number);
        command.Parameters.AddWithValue("$name", step.Name);
        command.Parameters.AddWithValue("$sha256", step.Sha256);
        command.ExecuteNonQuery();
    }

    private static string Shown(long value) => value.ToString(CultureInfo.InvariantCulture);
}
