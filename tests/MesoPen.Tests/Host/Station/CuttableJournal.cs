using MesoPen.Host.Records;

namespace MesoPen.Tests;

/// <summary>A site's journal that a test can take out of reach, as a database that was stopped.</summary>
internal sealed class CuttableJournal(ISiteJournal inner) : ISiteJournal
{
    public bool Cut { get; set; }

    public Task<JournalHead> AppendAsync(IReadOnlyList<RecordEntry> entries, long? lastClinicSequence, CancellationToken cancel) =>
        Reach().AppendAsync(entries, lastClinicSequence, cancel);

    public Task<IReadOnlyList<JournalRow>> ReadClinicAsync(long afterSequence, int most, CancellationToken cancel) =>
        Reach().ReadClinicAsync(afterSequence, most, cancel);

    public Task<IReadOnlyList<JournalRow>> ReadStreamAsync(string stream, CancellationToken cancel) => Reach().ReadStreamAsync(stream, cancel);

    public Task<IReadOnlyList<JournalRow>> ReadAsync(long afterSequence, int most, CancellationToken cancel) => Reach().ReadAsync(afterSequence, most, cancel);

    public Task<JournalHead> HeadAsync(CancellationToken cancel) => Reach().HeadAsync(cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private ISiteJournal Reach() => Cut ? throw new RecordStoreException("The database was stopped by the test.") : inner;
}
