using MesoPen.Host.Records;

namespace MesoPen.Tests;

/// <summary>A journal in memory that fails on demand.</summary>
internal sealed class FailingJournal : ISiteJournal
{
    private readonly MemorySiteJournal _inner = new();

    /// <summary>What every call throws; null for none.</summary>
    public Exception? Failure { get; set; }

    public Task<JournalHead> AppendAsync(IReadOnlyList<RecordEntry> entries, long? lastClinicSequence, CancellationToken cancel) =>
        Failure is { } failure ? Task.FromException<JournalHead>(failure) : _inner.AppendAsync(entries, lastClinicSequence, cancel);

    public Task<IReadOnlyList<JournalRow>> ReadClinicAsync(long afterSequence, int most, CancellationToken cancel) =>
        Failure is { } failure ? Task.FromException<IReadOnlyList<JournalRow>>(failure) : _inner.ReadClinicAsync(afterSequence, most, cancel);

    public Task<IReadOnlyList<JournalRow>> ReadStreamAsync(string stream, CancellationToken cancel) => _inner.ReadStreamAsync(stream, cancel);

    public Task<IReadOnlyList<JournalRow>> ReadAsync(long afterSequence, int most, CancellationToken cancel) =>
        _inner.ReadAsync(afterSequence, most, cancel);

    public Task<JournalHead> HeadAsync(CancellationToken cancel) => _inner.HeadAsync(cancel);

    public ValueTask DisposeAsync() => _inner.DisposeAsync();
}
