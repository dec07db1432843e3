using MesoPen.Host.Records;
using Npgsql;

namespace MesoPen.Tests.Host.Records;

public sealed class PostgresCommitLossTests(PrivatePostgres postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connection_lost_at_the_commit_is_settled_within_the_append(bool arrives)
    {
        // Aim: the wire breaks at the commit, before it arrives or before its answer does. The append finds out over a new connection, and the
        // writer hears of nothing: its rows stand once.
        (string direct, CuttingProxy proxy, string through) = await WireAsync();
        using CuttingProxy closed = proxy;
        await using PostgresSiteJournal journal = PostgresSiteJournal.At(through);
        await journal.AppendAsync(Entries.Many(1, 2, "patient/1"), 0, Cancel);
        proxy.CutAtCommit(arrives, stayDown: false);

        JournalHead head = await journal.AppendAsync(Entries.Many(3, 2, "patient/1"), 2, Cancel);

        Assert.Equal(4, head.Sequence);
        await AssertAsync(direct, Entries.Many(1, 4, "patient/1"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connection_lost_at_the_commit_for_longer_is_settled_by_the_next_append(bool arrives)
    {
        // Aim: the database stays away after the commit: the writer is told that nobody knows. Another station writes meanwhile; then another
        // writer of this one; then the batch comes again: each row stands once.
        (string direct, CuttingProxy proxy, string through) = await WireAsync();
        using CuttingProxy closed = proxy;
        await using PostgresSiteJournal journal = PostgresSiteJournal.At(through);
        await using PostgresSiteJournal other = PostgresSiteJournal.At(direct);
        await journal.AppendAsync(Entries.Many(1, 2, "patient/1"), 0, Cancel);
        RecordEntry[] batch = Entries.Many(3, 2, "patient/1");
        proxy.CutAtCommit(arrives, stayDown: true);
        RecordStoreException refused = await Assert.ThrowsAsync<RecordStoreException>(() => journal.AppendAsync(batch, 2, Cancel));
        Assert.Contains("Whether this step was recorded is not known", refused.Message, StringComparison.Ordinal);
        await other.AppendAsync([Entries.One(8, "lot/1")], null, Cancel);
        proxy.Mend();
        await journal.AppendAsync([Entries.One(9, "lot/1")], null, Cancel);

        if (arrives)
        {
            Assert.Equal(4, (await journal.AppendAsync(batch, 2, Cancel)).Sequence);
        }
        else
        {
            // It does not stand, and others wrote: what was decided upon the second row is to be decided anew.
            await Assert.ThrowsAsync<JournalMovedException>(() => journal.AppendAsync(batch, 2, Cancel));
            await journal.AppendAsync(batch, 4, Cancel);
        }

        RecordEntry[] others = [Entries.One(8, "lot/1"), Entries.One(9, "lot/1")];
        await AssertAsync(direct, arrives ? [.. Entries.Many(1, 2, "patient/1"), .. batch, .. others] : [.. Entries.Many(1, 2, "patient/1"), .. others, .. batch]);
    }

    [Fact]
    public async Task Delivery_cut_at_its_commit_comes_again_and_stands_once()
    {
        // Aim: the same for a station's rows, of which nothing is remembered: what stands is asked of the database.
        (string direct, CuttingProxy proxy, string through) = await WireAsync();
        using CuttingProxy closed = proxy;
        await using PostgresSiteJournal journal = PostgresSiteJournal.At(through);
        JournalRow[] rows = [.. Entries.Many(1, 6).Select((entry, index) => new JournalRow(index + 1, entry.Stream, entry.AtUnixMs, entry.Kind, entry.Body, "", ""))];
        Task<JournalRow?> Known(long sequence) => Task.FromResult<JournalRow?>(rows[sequence - 1]);
        await journal.DeliverAsync("room-1", 0, rows[..2], Known, Cancel);
        foreach (bool arrives in new[] { true, false })
        {
            int done = (int)await journal.DeliverAsync("room-1", 0, [], Known, Cancel);
            proxy.CutAtCommit(arrives, stayDown: true);
            await Assert.ThrowsAsync<RecordStoreException>(() => journal.DeliverAsync("room-1", done, rows[done..(done + 2)], Known, Cancel));
            proxy.Mend();
            await journal.DeliverAsync("room-1", done, rows[done..(done + 2)], Known, Cancel);
        }

        await AssertAsync(direct, Entries.Many(1, 6));
    }

    private static async Task AssertAsync(string database, RecordEntry[] entries)
    {
        await using PostgresSiteJournal journal = PostgresSiteJournal.At(database);
        IReadOnlyList<JournalRow> rows = await journal.ReadAsync(0, 100, Cancel);
        Assert.Equal(entries, rows.Select(row => row.Entry));
        SiteJournalContract.AssertChained(rows);
    }

    private async Task<(string Direct, CuttingProxy Proxy, string Through)> WireAsync()
    {
        string direct = await postgres.DatabaseAsync();
        NpgsqlConnectionStringBuilder builder = new(direct);
        CuttingProxy proxy = new(builder.Host!);
        builder.Host = proxy.Path;
        return (direct, proxy, builder.ConnectionString);
    }
}
