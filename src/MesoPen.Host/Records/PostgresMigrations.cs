using System.Globalization;
using MesoPen.Host.Input;
using Npgsql;

namespace MesoPen.Host.Records;

/// <summary>Makes the journal's tables in a database and brings them to the schema that this program writes.</summary>
internal static class PostgresMigrations
{
    /// <summary>One station at a time makes or changes the schema: "MPsc" in ASCII.</summary>
    private const int SchemaLock = 0x4D50_7363;

    /// <summary>Takes every step that is missing, all in one transaction. A copy of the journal is made in the database before it is changed.</summary>
    /// <exception cref="InputException">The schema is of a later version, or was made by other steps.</exception>
    /// <exception cref="NpgsqlException">The database is in the way; nothing changed.</exception>
    public static async Task MigrateAsync(NpgsqlConnection connection, string database, IReadOnlyList<Migration> steps, CancellationToken cancel)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({Shown(SchemaLock)})", cancel).ConfigureAwait(false);
        int version = await CheckAsync(connection, database, steps, cancel).ConfigureAwait(false);
        if (version == steps.Count)
        {
            return;
        }

        if (version > 0)
        {
            await ExecuteAsync(connection, $"CREATE TABLE journal_before_version_{Shown(version + 1)} AS TABLE journal", cancel).ConfigureAwait(false);
        }

        foreach (Migration step in steps.Skip(version))
        {
            await ExecuteAsync(connection, step.Sql, cancel).ConfigureAwait(false);
            await using NpgsqlCommand list = new("INSERT INTO migration (number, name, sha256) VALUES ($1, $2, $3)", connection)
            {
                Parameters = { new() { Value = step.Number }, new() { Value = step.Name }, new() { Value = step.Sha256 } },
            };
            await list.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>The version of the database's schema; 0 if there is no journal yet.</summary>
    /// <exception cref="InputException">The schema is of a later version, or was made by other steps.</exception>
    public static async Task<int> CheckAsync(NpgsqlConnection connection, string database, IReadOnlyList<Migration> steps, CancellationToken cancel)
    {
        await using NpgsqlCommand there = new("SELECT to_regclass('migration') IS NOT NULL, to_regclass('journal') IS NOT NULL", connection);
        bool listed;
        await using (NpgsqlDataReader reader = await there.ExecuteReaderAsync(cancel).ConfigureAwait(false))
        {
            await reader.ReadAsync(cancel).ConfigureAwait(false);
            listed = reader.GetBoolean(0);
            if (listed != reader.GetBoolean(1))
            {
                throw new InputException(database, 0, "The database holds half a journal or somebody else's tables: name an empty one.");
            }
        }

        if (!listed)
        {
            return 0;
        }

        List<(int, string, string)> taken = [];
        await using NpgsqlCommand list = new("SELECT number, name, sha256 FROM migration ORDER BY number", connection);
        await using NpgsqlDataReader rows = await list.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            taken.Add((rows.GetInt32(0), rows.GetString(1), rows.GetString(2)));
        }

        if (taken.Count > steps.Count)
        {
            throw new InputException(
                database, 0, $"The journal has version {Shown(taken.Count)}, and this program knows versions up to {Shown(steps.Count)}: use a newer program.");
        }

        return taken.SequenceEqual(steps.Take(taken.Count).Select(step => (step.Number, step.Name, step.Sha256)))
            ? taken.Count
            : throw new InputException(
                database, 0, "The journal's schema was made by other steps than this program's (their checksums differ): use the program that made it.");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }

    private static string Shown(int value) => value.ToString(CultureInfo.InvariantCulture);
}
