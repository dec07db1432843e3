using MesoPen.Host.Records;

namespace MesoPen.Tests;

/// <summary>A site's journal in memory, chained like a real one: for tests of rules, which do not care where rows lie.</summary>
internal sealed class MemorySiteJournal : ISiteJournal
{
    private readonly List<JournalRow> _rows = [];
    private readonly Lock _gate = new();

    public Task<JournalHead> AppendAsync(IReadOnlyList<RecordEntry> entries, long? lastClinicSequence, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (lastClinicSequence is { } known && known != (_rows.FindLast(IsClinic)?.Sequence ?? 0))
            {
                throw new JournalMovedException();
            }

            foreach (RecordEntry each in entries)
            {
                string previous = _rows.Count == 0 ? RecordChain.Genesis : _rows[^1].Hash;
                long sequence = _rows.Count + 1;
                _rows.Add(new JournalRow(
                    sequence, each.Stream, each.AtUnixMs, each.Kind, each.Body, previous, RecordChain.Hash(previous, sequence, each)));
            }

            return Task.FromResult(Head());
        }
    }

    public Task<IReadOnlyList<JournalRow>> ReadClinicAsync(long afterSequence, int most, CancellationToken cancel) =>
        Read(row => row.Sequence > afterSequence && IsClinic(row), most);

    public Task<IReadOnlyList<JournalRow>> ReadStreamAsync(string stream, CancellationToken cancel) => Read(row => row.Stream == stream, int.MaxValue);

    public Task<IReadOnlyList<JournalRow>> ReadAsync(long afterSequence, int most, CancellationToken cancel) =>
        Read(row => row.Sequence > afterSequence, most);

    public Task<JournalHead> HeadAsync(CancellationToken cancel)
    {
        lock (_gate)
        {
            return Task.FromResult(Head());
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsClinic(JournalRow row) => row.Stream.Contains('/');

    private JournalHead Head() => _rows.Count == 0 ? new JournalHead(0, RecordChain.Genesis) : new JournalHead(_rows[^1].Sequence, _rows[^1].Hash);

    private Task<IReadOnlyList<JournalRow>> Read(Func<JournalRow, bool> which, int most)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<JournalRow>>([.. _rows.Where(which).Take(most)]);
        }
    }
}
