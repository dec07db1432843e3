using System.Text.Json.Nodes;
using MesoPen.Host.Cli;
using MesoPen.Host.Records;
using MesoPen.Tests.Protocol;
using MesoPen.Tests.Time;
using Npgsql;

namespace MesoPen.Tests.Host.Records;

/// <summary>A thousand random edits of the shared database, and what <c>records verify</c> says of them.</summary>
public sealed class PostgresTamperingTests(PrivatePostgres postgres)
{
    private const int Edits = 1000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "SR-091")]
    public async Task Any_edit_of_the_database_is_found_at_its_first_row()
    {
        // Aim: as with a folder's journal, and for the columns of a station too: triggers, checks and unique keys are gone, each edit is found.
        string database = await FilledAsync();
        await using PostgresSiteJournal journal = PostgresSiteJournal.ToRead(database);
        IReadOnlyList<JournalRow> rows = await journal.ReadAsync(0, 100, Cancel);
        await using NpgsqlConnection connection = await OpenUpAsync(database);
        Random random = TestSeed.Random();
        for (int edit = 0; edit < Edits; edit++)
        {
            (string what, IReadOnlyList<JournalRow> edited, long foundAt) = Tampering.Edit(random, rows);
            await ReplaceAsync(connection, edited);
            BrokenLink? broken = (await journal.VerifyAsync(null, Cancel)).Broken;
            Assert.True(broken?.Sequence == foundAt, $"Edit {edit}, {what}: {broken}");
        }

        await ReplaceAsync(connection, rows);
        Assert.Null((await journal.VerifyAsync(null, Cancel)).Broken);
    }

    [Theory]
    [InlineData("UPDATE journal SET body = '{}' WHERE sequence = 4", 4)]
    [InlineData("UPDATE journal SET station = NULL, station_sequence = NULL WHERE sequence = 9", 9)]
    [InlineData("UPDATE journal SET body = NULL WHERE sequence = 5", 5)]
    [InlineData("INSERT INTO journal SELECT * FROM journal WHERE sequence = 3", 4)]
    [InlineData("DELETE FROM journal WHERE sequence = 1", 1)]
    public async Task Verify_of_a_database_names_the_row(string sql, long row)
    {
        // Aim: the verb itself, with the connection string alone: 0 and the head before, 2 and the row after.
        string database = await FilledAsync();
        (int whole, JsonNode before) = await VerifyAsync(database);
        Assert.Equal((0, true, 12), (whole, (bool)before["ok"]!, (long)before["records"]!));
        await using NpgsqlConnection connection = await OpenUpAsync(database);
        await ExecuteAsync(connection, sql);

        (int code, JsonNode after) = await VerifyAsync(database);

        Assert.Equal((2, false, row), (code, (bool)after["ok"]!, (long)after["broken"]!["sequence"]!));
    }

    [Fact]
    [Trait("Requirement", "SR-091")]
    public async Task Last_rows_dropped_are_found_with_a_head_kept_elsewhere_and_only_then()
    {
        // Aim: what the chain cannot show is said plainly: the end is missed only by who kept the head.
        string database = await FilledAsync();
        string head = (string)(await VerifyAsync(database)).Answer["head"]!;
        Assert.Equal(0, (await VerifyAsync(database, "--head", head)).Code);
        await using NpgsqlConnection connection = await OpenUpAsync(database);
        await ExecuteAsync(connection, "DELETE FROM journal WHERE sequence > 10");

        Assert.Equal(0, (await VerifyAsync(database)).Code);
        (int code, JsonNode answer) = await VerifyAsync(database, "--head", head);
        Assert.Equal((2, 11), (code, (long)answer["broken"]!["sequence"]!));
    }

    [Fact]
    public async Task Verify_of_an_empty_database_makes_nothing_in_it()
    {
        // Aim: looking does not create; a wrong database is named as such.
        string database = await postgres.DatabaseAsync();
        (int code, JsonNode answer) = await VerifyAsync(database);
        Assert.Equal(2, code);
        Assert.Contains("There is no journal here", (string)answer["message"]!, StringComparison.Ordinal);
        await using NpgsqlConnection connection = new(database);
        await connection.OpenAsync(Cancel);
        await using NpgsqlCommand tables = new("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", connection);
        Assert.Equal(0L, await tables.ExecuteScalarAsync(Cancel));
    }

    private async Task<string> FilledAsync()
    {
        string database = await postgres.DatabaseAsync();
        await using PostgresSiteJournal journal = PostgresSiteJournal.At(database);
        await journal.AppendAsync([.. Entries.Many(1, 5, "patient/P-0001"), Entries.One(6, "site/décolletage")], null, Cancel);
        JournalRow[] own = [.. Entries.Many(1, 5).Select((entry, index) => new JournalRow(index + 3, entry.Stream, entry.AtUnixMs, entry.Kind, entry.Body, "", ""))];
        await journal.DeliverAsync("room-1", 0, own, _ => Task.FromResult<JournalRow?>(null), Cancel);
        await journal.AppendAsync([Entries.One(12, "patient/P-0001")], null, Cancel);
        return database;
    }

    /// <summary>Everything that would refuse an edit is taken away, as its owner can.</summary>
    private static async Task<NpgsqlConnection> OpenUpAsync(string database)
    {
        NpgsqlConnection connection = new(database);
        await connection.OpenAsync(Cancel);
        await ExecuteAsync(connection, """
            SET synchronous_commit = off;
            DROP TRIGGER journal_append ON journal;
            DROP TRIGGER journal_refuse ON journal;
            ALTER TABLE journal RENAME TO kept;
            CREATE TABLE journal AS TABLE kept;
            DROP TABLE kept;
            """);
        return connection;
    }

    private static async Task ReplaceAsync(NpgsqlConnection connection, IReadOnlyList<JournalRow> rows)
    {
        await using NpgsqlBatch batch = new(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("DELETE FROM journal"));
        foreach (JournalRow row in rows)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("INSERT INTO journal VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
            {
                Parameters =
                {
                    new() { Value = row.Sequence }, new() { Value = row.Stream }, new() { Value = row.AtUnixMs }, new() { Value = row.Kind },
                    new() { Value = row.Body }, new() { Value = row.PreviousHash }, new() { Value = row.Hash },
                    new() { Value = (object?)row.Station ?? DBNull.Value }, new() { Value = (object?)row.StationSequence ?? DBNull.Value },
                },
            });
        }

        await batch.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<(int Code, JsonNode Answer)> VerifyAsync(string database, params string[] more)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await CommandLine.RunAsync(
            ["records", "verify", "--database", database, "--json", .. more], new CliContext(output, error, new VirtualClock()), (_, _) => Task.FromResult(0));
        return (code, JsonNode.Parse(output.ToString())!);
    }
}
