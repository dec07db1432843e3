using System.Globalization;
using MesoPen.Host.Records;

namespace MesoPen.Tests.Host.Records;

/// <summary>What every journal of a site keeps, whichever database holds it. One class a database derives from it.</summary>
public abstract class SiteJournalContract
{
    /// <summary>The journal of a site that has none yet.</summary>
    protected abstract Task<ISiteJournal> OpenAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_come_back_as_they_were_appended_in_one_chain()
    {
        // Aim: text of any script, negative times, two sorts of rows: read back as written, chained from zeros on, and the head is the last row.
        await using ISiteJournal journal = await OpenAsync();
        Assert.Equal(new JournalHead(0, RecordChain.Genesis), await journal.HeadAsync(Cancel));
        RecordEntry[] entries =
        [
            new("patient/P-0001", -5, "patient-registered", """{"initials":"Ö.Ł.","note":"décolletage, 20 µL, 針 \u0000"}"""),
            new("2031-05-06-a", 1_936_000_000_000, "session-opened", """{ "plan" : "demo-short" }"""),
            new("lot/L-1", long.MaxValue, "lot-received", "{}"),
        ];

        JournalHead head = await journal.AppendAsync(entries, 0, Cancel);

        IReadOnlyList<JournalRow> rows = await journal.ReadAsync(0, 100, Cancel);
        Assert.Equal(entries, rows.Select(Entry));
        AssertChained(rows);
        Assert.Equal(new JournalHead(3, rows[2].Hash), head);
        Assert.Equal(head, await journal.HeadAsync(Cancel));
    }

    [Fact]
    public async Task Reads_tell_clinic_rows_streams_and_pages_apart()
    {
        // Aim: each way of reading gives its rows, oldest first, from after the sequence on, and no more than asked for.
        await using ISiteJournal journal = await OpenAsync();
        await journal.AppendAsync(
            [Entries.One(1, "s-1"), Entries.One(2, "patient/1"), Entries.One(3, "s-1"), Entries.One(4, "lot/1"), Entries.One(5, "patient/1")], null, Cancel);

        Assert.Equal([2, 4, 5], (await journal.ReadClinicAsync(0, 10, Cancel)).Select(row => row.Sequence));
        Assert.Equal([2, 4], (await journal.ReadClinicAsync(0, 2, Cancel)).Select(row => row.Sequence));
        Assert.Equal([5], (await journal.ReadClinicAsync(4, 10, Cancel)).Select(row => row.Sequence));
        Assert.Equal([1, 3], (await journal.ReadStreamAsync("s-1", Cancel)).Select(row => row.Sequence));
        Assert.Equal([2, 5], (await journal.ReadStreamAsync("patient/1", Cancel)).Select(row => row.Sequence));
        Assert.Empty(await journal.ReadStreamAsync("patient/%", Cancel));
        Assert.Equal([3, 4], (await journal.ReadAsync(2, 2, Cancel)).Select(row => row.Sequence));
        Assert.Empty(await journal.ReadAsync(5, 2, Cancel));
    }

    [Fact]
    public async Task Nothing_is_written_upon_a_clinic_row_that_the_journal_does_not_hold()
    {
        // Aim: a writer that knows more rows than there are decided upon a database that was put back since.
        await using ISiteJournal journal = await OpenAsync();
        await journal.AppendAsync([Entries.One(1, "patient/1")], 0, Cancel);

        await Assert.ThrowsAsync<JournalMovedException>(() => journal.AppendAsync([Entries.One(2, "patient/1")], 7, Cancel));
        Assert.Single(await journal.ReadAsync(0, 10, Cancel));
    }

    [Fact]
    public async Task Nothing_is_written_after_a_clinic_row_that_the_writer_did_not_know()
    {
        // Aim: the expectation is about clinic rows alone, holds for the whole batch, and leaves no trace when it fails.
        await using ISiteJournal journal = await OpenAsync();
        await journal.AppendAsync([Entries.One(1, "s-1"), Entries.One(2, "head/1")], 0, Cancel);
        await journal.AppendAsync([Entries.One(3, "s-1")], null, Cancel);

        await Assert.ThrowsAsync<JournalMovedException>(() => journal.AppendAsync([Entries.One(4, "head/1")], 0, Cancel));
        await Assert.ThrowsAsync<JournalMovedException>(() => journal.AppendAsync([Entries.One(4, "head/1")], 1, Cancel));
        Assert.Equal(3, (await journal.HeadAsync(Cancel)).Sequence);

        Assert.Equal(4, (await journal.AppendAsync([Entries.One(4, "head/1")], 2, Cancel)).Sequence);
        Assert.Equal(5, (await journal.AppendAsync([Entries.One(5, "head/1")], 4, Cancel)).Sequence);
        AssertChained(await journal.ReadAsync(0, 100, Cancel));
    }

    [Fact]
    public async Task Batch_with_one_bad_entry_writes_none()
    {
        // Aim: all or none, and the journal goes on as if nothing had been asked.
        await using ISiteJournal journal = await OpenAsync();
        await journal.AppendAsync([Entries.One(1)], null, Cancel);

        await Assert.ThrowsAsync<RecordStoreException>(
            () => journal.AppendAsync([Entries.One(2), new RecordEntry("s", 0, "decision", "{not json"), Entries.One(3)], null, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => journal.AppendAsync([Entries.One(2), new RecordEntry("s", 0, "deci\0sion", "{}")], null, Cancel));
        Assert.Equal(1, (await journal.HeadAsync(Cancel)).Sequence);

        Assert.Equal(2, (await journal.AppendAsync([Entries.One(2)], null, Cancel)).Sequence);
    }

    [Fact]
    public async Task Eight_writers_at_once_keep_one_chain_and_each_expectation()
    {
        // Aim: eight clinic writers that each count on the last clinic row, and treatment rows between them: no count is lost or given twice,
        // and the chain is whole. A journal that checks before it locks loses counts here.
        const int Writers = 8;
        const int Each = 20;
        await using ISiteJournal journal = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (int done = 0; done < Each;)
            {
                IReadOnlyList<JournalRow> known = await journal.ReadClinicAsync(0, 10_000, Cancel);
                long last = known.Count == 0 ? 0 : known[^1].Sequence;
                string count = (known.Count + 1).ToString(CultureInfo.InvariantCulture);
                try
                {
                    await journal.AppendAsync([new RecordEntry("vial/1", writer, "drawn", $$"""{"count":{{count}}}""")], last, Cancel);
                    done++;
                }
                catch (JournalMovedException)
                {
                    await journal.AppendAsync([Entries.One(writer, $"s-{writer}"), Entries.One(writer, $"s-{writer}")], null, Cancel);
                }
            }
        })));

        IReadOnlyList<JournalRow> clinic = await journal.ReadClinicAsync(0, 10_000, Cancel);
        Assert.Equal(Enumerable.Range(1, Writers * Each).Select(count => $$"""{"count":{{count.ToString(CultureInfo.InvariantCulture)}}}"""), clinic.Select(row => row.Body));
        Assert.All(Enumerable.Range(0, Writers), writer => Assert.Equal(Each, clinic.Count(row => row.AtUnixMs == writer)));
        AssertChained(await journal.ReadAsync(0, int.MaxValue, Cancel));
    }

    [Fact]
    public async Task Append_of_nothing_writes_nothing()
    {
        // Aim: a decision without events is no row and no failure.
        await using ISiteJournal journal = await OpenAsync();
        JournalHead head = await journal.AppendAsync([Entries.One(1)], null, Cancel);
        Assert.Equal(head, await journal.AppendAsync([], null, Cancel));
        Assert.Single(await journal.ReadAsync(0, 10, Cancel));
    }

    /// <summary>Rows from 1 on, each hashed over the one before.</summary>
    internal static void AssertChained(IReadOnlyList<JournalRow> rows)
    {
        string previous = RecordChain.Genesis;
        for (int index = 0; index < rows.Count; index++)
        {
            Assert.Equal(index + 1, rows[index].Sequence);
            Assert.Equal(previous, rows[index].PreviousHash);
            Assert.Equal(RecordChain.Hash(rows[index]), rows[index].Hash);
            previous = rows[index].Hash;
        }
    }

    /// <summary>What was asked to be written.</summary>
    internal static RecordEntry Entry(JournalRow row) => new(row.Stream, row.AtUnixMs, row.Kind, row.Body);
}
