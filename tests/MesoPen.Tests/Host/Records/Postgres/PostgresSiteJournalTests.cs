using MesoPen.Host.Input;
using MesoPen.Host.Records;
using Npgsql;

namespace MesoPen.Tests.Host.Records;

public sealed class PostgresSiteJournalTests(PrivatePostgres postgres) : SiteJournalContract
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected override async Task<ISiteJournal> OpenAsync() => PostgresSiteJournal.At(await postgres.DatabaseAsync());

    [Fact]
    public async Task Eight_stations_at_once_keep_one_chain()
    {
        // Aim: the contract's race over again, with a connection of its own for each writer, as stations have: the lock is the database's.
        string database = await postgres.DatabaseAsync();
        const int Stations = 8;
        const int Each = 15;
        await Task.WhenAll(Enumerable.Range(0, Stations).Select(station => Task.Run(async () =>
        {
            await using PostgresSiteJournal journal = PostgresSiteJournal.At(database);
            for (int done = 0; done < Each;)
            {
                IReadOnlyList<JournalRow> known = await journal.ReadClinicAsync(0, 10_000, Cancel);
                try
                {
                    await journal.AppendAsync([Entries.One(known.Count, "vial/1"), Entries.One(known.Count + 1, "vial/1")], known.Count == 0 ? 0 : known[^1].Sequence, Cancel);
                    done++;
                }
                catch (JournalMovedException)
                {
                }
            }
        })));

        await using PostgresSiteJournal journal = PostgresSiteJournal.At(database);
        IReadOnlyList<JournalRow> rows = await journal.ReadAsync(0, 10_000, Cancel);
        AssertChained(rows);
        Assert.Equal(Entries.Many(0, Stations * Each * 2, "vial/1"), rows.Select(Entry));
        Assert.Equal(new JournalVerdict(await journal.HeadAsync(Cancel), null), await journal.VerifyAsync(null, Cancel));
    }

    [Theory]
    [InlineData("UPDATE journal SET body = '{}' WHERE sequence = 2")]
    [InlineData("UPDATE journal SET body = '{}' WHERE false")]
    [InlineData("DELETE FROM journal WHERE sequence = 3")]
    [InlineData("TRUNCATE journal")]
    [InlineData("INSERT INTO journal SELECT 9, stream, at_unix_ms, kind, body, previous_hash, hash FROM journal WHERE sequence = 2")]
    [InlineData("INSERT INTO journal SELECT 4, stream, at_unix_ms, kind, body, previous_hash, hash FROM journal WHERE sequence = 2")]
    [InlineData("INSERT INTO journal SELECT * FROM journal WHERE sequence = 2 ON CONFLICT (sequence) DO UPDATE SET body = '{}'")]
    [InlineData("SET session_replication_role = replica; DELETE FROM journal")]
    public async Task Change_by_another_program_is_refused_by_the_database(string sql)
    {
        // Aim: append-only is kept by the database itself, against any program that opens it in good faith.
        string database = await postgres.DatabaseAsync();
        await using PostgresSiteJournal journal = PostgresSiteJournal.At(database);
        await journal.AppendAsync(Entries.Many(1, 3), null, Cancel);
        IReadOnlyList<JournalRow> rows = await journal.ReadAsync(0, 10, Cancel);

        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(database, sql));

        Assert.Contains("append-only", refused.MessageText, StringComparison.Ordinal);
        Assert.Equal(rows, await journal.ReadAsync(0, 10, Cancel));
    }

    [Fact]
    public async Task Database_that_is_not_there_is_named_and_used_as_soon_as_it_is()
    {
        // Aim: a station that starts before its database says in one sentence what is wrong, and needs no restart when the database comes.
        string database = await postgres.DatabaseAsync();
        NpgsqlConnectionStringBuilder later = new(database) { Database = "later_" + new NpgsqlConnectionStringBuilder(database).Database };
        await using PostgresSiteJournal journal = PostgresSiteJournal.At(later.ConnectionString);
        RecordStoreException refused = await Assert.ThrowsAsync<RecordStoreException>(() => journal.AppendAsync(Entries.Many(1, 1), null, Cancel));
        Assert.Equal($"The database {later.Database} at {later.Host} does not exist: create it, or correct its name. Nothing of this step was recorded.", refused.Message);

        await ExecuteAsync(database, $"CREATE DATABASE {later.Database}");
        Assert.Equal(1, (await journal.AppendAsync(Entries.Many(1, 1), null, Cancel)).Sequence);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_said()
    {
        // Aim: an unreachable server is one sentence with a remedy, for writing and for reading, and never the password.
        await using PostgresSiteJournal journal = PostgresSiteJournal.At("Host=/nowhere;Username=u;Password=hush;Database=d");
        RecordStoreException write = await Assert.ThrowsAsync<RecordStoreException>(() => journal.AppendAsync(Entries.Many(1, 1), null, Cancel));
        RecordStoreException read = await Assert.ThrowsAsync<RecordStoreException>(() => journal.HeadAsync(Cancel));
        Assert.StartsWith("The database d at /nowhere cannot be reached (", write.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing of this step was recorded.", write.Message, StringComparison.Ordinal);
        Assert.StartsWith("The database d at /nowhere cannot be reached (", read.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", write.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "no connection string")]
    [InlineData("Host=localhost;Prot=5", "no connection string")]
    [InlineData("Database=d", "names no host")]
    [InlineData("Host=db.clinic.example;Database=d;Password=hush", "SSL Mode=VerifyFull")]
    [InlineData("Host=localhost,10.0.0.7;Database=d;SSL Mode=Prefer", "SSL Mode=VerifyFull")]
    public void Connection_string_that_will_not_do_is_refused(string text, string why)
    {
        // Aim: what is wrong with it is said before anything is reached for, a database on another computer needs encryption, and the password
        // that stands in the text is not repeated.
        InputException refused = Assert.Throws<InputException>(() => PostgresSiteJournal.At(text));
        Assert.Contains(why, refused.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refused.ToString(), StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using NpgsqlConnection connection = new(database);
        await connection.OpenAsync(Cancel);
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
