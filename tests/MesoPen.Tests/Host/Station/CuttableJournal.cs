using MesoPen.Host.Records;

namespace MesoPen.Tests;

/// <summary>A site's journal that a test can take out of reach, as a database that was stopped, or hold up, as one that hangs.</summary>
internal sealed class CuttableJournal(ISiteJournal inner) : ISiteJournal
{
    public bool Cut { get; set; }

    /// <summary>Waited for before anything is read; null for nothing.</summary>
    public Func<Task>? Reading { get; set; }

    /// <summary>Waited for before anything is written; null for nothing.</summary>
    public Func<Task>? Appending { get; set; }

    public async Task<JournalHead> AppendAsync(IReadOnlyList<RecordEntry> entries, long? lastClinicSequence, CancellationToken cancel) =>
        await (await ReachAsync(Appending, cancel)).AppendAsync(entries, lastClinicSequence, cancel);

    public async Task<IReadOnlyList<JournalRow>> ReadClinicAsync(long afterSequence, int most, CancellationToken cancel) =>
        await (await ReachAsync(Reading, cancel)).ReadClinicAsync(afterSequence, most, cancel);

    public async Task<IReadOnlyList<JournalRow>> ReadStreamAsync(string stream, CancellationToken cancel) =>
        await (await ReachAsync(Reading, cancel)).ReadStreamAsync(stream, cancel);

    public async Task<IReadOnlyList<JournalRow>> ReadAsync(long afterSequence, int most, CancellationToken cancel) =>
        await (await ReachAsync(Reading, cancel)).ReadAsync(afterSequence, most, cancel);

    public async Task<JournalHead> HeadAsync(CancellationToken cancel) => await (await ReachAsync(Reading, cancel)).HeadAsync(cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async Task<ISiteJournal> ReachAsync(Func<Task>? hold, CancellationToken cancel)
    {
        if (hold is not null)
        {
            await hold().WaitAsync(cancel);
        }

        return Cut ? throw new RecordStoreException("The database was stopped by the test.") : inner;
    }
}
