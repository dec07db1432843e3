using MesoPen.Host.Records;
using SQLitePCL;

namespace MesoPen.Tests.Host.Records;

public sealed class SqliteSiteJournalTests : SiteJournalContract, IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    protected override Task<ISiteJournal> OpenAsync() => Task.FromResult<ISiteJournal>(SqliteSiteJournal.Open(_folder.Path));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Commit_in_doubt_is_settled_by_another_writer_and_not_written_twice(bool stands)
    {
        // Aim: a treatment's batch fails at its commit, and whether it stands on the disk is not known. The clinic writes next: its row is taken,
        // not refused as a stranger's neighbour. Then the batch comes again with more behind it: each row stands once.
        using SqliteSiteJournal journal = SqliteSiteJournal.Open(_folder.Path);
        journal.Append(Entries.Many(1, 2));
        RecordEntry[] batch = Entries.Many(3, 2);
        FailCommit(journal, stands);
        Assert.Throws<RecordStoreException>(() => journal.Append(batch));

        JournalHead clinic = await journal.AppendAsync([Entries.One(7, "patient/1")], 0, Cancel);
        journal.Append([.. batch, Entries.One(5)]);

        Assert.Equal(stands ? 5 : 3, clinic.Sequence);
        IReadOnlyList<JournalRow> rows = await journal.ReadAsync(0, 100, Cancel);
        AssertChained(rows);
        Assert.Equal(Entries.Many(1, 5), (await journal.ReadTreatmentsAsync(0, 100, Cancel)).Select(Entry));
        Assert.Equal(6, rows.Count);

        // The same words said once more by somebody else are another row.
        journal.Append([batch[0] with { }]);
        Assert.Equal(7, (await journal.HeadAsync(Cancel)).Sequence);
    }

    [Fact]
    public async Task Commit_in_doubt_of_the_clinic_is_settled_by_the_treatment()
    {
        // Aim: the other way round: the clinic's row stands unseen, the treatment goes on behind it, and the clinic's second try gets its answer
        // although by its own row the expectation no longer holds.
        using SqliteSiteJournal journal = SqliteSiteJournal.Open(_folder.Path);
        RecordEntry[] row = [Entries.One(1, "patient/1")];
        FailCommit(journal, stands: true);
        await Assert.ThrowsAsync<RecordStoreException>(() => journal.AppendAsync(row, 0, Cancel));
        journal.Append(Entries.Many(2, 3));

        JournalHead again = await journal.AppendAsync(row, 0, Cancel);

        Assert.Equal(1, again.Sequence);
        Assert.Equal(4, (await journal.HeadAsync(Cancel)).Sequence);
        await Assert.ThrowsAsync<JournalMovedException>(() => journal.AppendAsync([row[0] with { }], 0, Cancel));
    }

    [Fact]
    public async Task Batch_in_doubt_twice_stands_once()
    {
        // Aim: doubt on the retry too: first the batch, then what came behind it; another writer between the two.
        using SqliteSiteJournal journal = SqliteSiteJournal.Open(_folder.Path);
        RecordEntry[] batch = Entries.Many(1, 2);
        FailCommit(journal, stands: true);
        Assert.Throws<RecordStoreException>(() => journal.Append(batch));
        await journal.AppendAsync([Entries.One(8, "patient/1")], 0, Cancel);
        RecordEntry[] longer = [.. batch, .. Entries.Many(3, 2)];
        FailCommit(journal, stands: true);
        Assert.Throws<RecordStoreException>(() => journal.Append(longer));
        await journal.AppendAsync([Entries.One(9, "patient/1")], 3, Cancel);

        journal.Append([.. longer, Entries.One(5)]);

        Assert.Equal(Entries.Many(1, 5), (await journal.ReadTreatmentsAsync(0, 100, Cancel)).Select(Entry));
        AssertChained(await journal.ReadAsync(0, 100, Cancel));
        Assert.Equal(7, (await journal.HeadAsync(Cancel)).Sequence);
    }

    [Fact]
    public async Task Stranger_is_still_told_from_a_commit_in_doubt()
    {
        // Aim: while a commit is in doubt, rows that are neither it nor ours are not taken for it.
        using SqliteSiteJournal journal = SqliteSiteJournal.Open(_folder.Path);
        journal.Append(Entries.Many(1, 1));
        JournalHead head = await journal.HeadAsync(Cancel);
        FailCommit(journal, stands: false);
        Assert.Throws<RecordStoreException>(() => journal.Append(Entries.Many(2, 1)));
        using (RawJournal other = new(_folder.Path))
        {
            other.Append(head, Entries.One(99));
        }

        RecordStoreException refused = await Assert.ThrowsAsync<RecordStoreException>(() => journal.AppendAsync([Entries.One(3, "patient/1")], null, Cancel));
        Assert.Contains("changed by another program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sessions_of_a_folder_leave_out_the_clinic()
    {
        // Aim: clinic rows in the journal are no treatment sessions, neither in the list nor for a treatment that looks for an unfinished one.
        using SqliteSiteJournal journal = SqliteSiteJournal.Open(_folder.Path);
        journal.Append([Entries.One(1, "patient/1"), Entries.One(2, "s-1")]);
        using JournalReader reader = JournalReader.Open(_folder.Path);
        Assert.Equal(["s-1"], reader.Sessions().Select(session => session.Session));
        Assert.Equal([2], reader.ReadTreatments().Select(row => row.Sequence));
    }

    /// <summary>The next commit is heard to fail on the disk, whether it was done or not.</summary>
    private static void FailCommit(SqliteSiteJournal journal, bool stands)
    {
        SqliteJournal writer = journal.Writer;
        Func<string, Func<int>, int> line = writer.Line;
        writer.Line = (statement, send) =>
        {
            if (statement != "COMMIT")
            {
                return send();
            }

            writer.Line = line;
            if (stands)
            {
                Assert.Equal(raw.SQLITE_OK, send());
            }

            throw SqliteSentences.Write(raw.SQLITE_IOERR, "journal.db");
        };
    }
}
