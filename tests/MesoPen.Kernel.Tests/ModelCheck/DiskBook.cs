namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>Every different content of the disk that was met.</summary>
internal sealed class DiskBook
{
    private readonly Dictionary<(SessionNode Restored, bool Latched), DiskNode> _nodes = [];
    private readonly SessionBook _sessions;
    private readonly Defect _defect;

    public DiskBook(SessionBook sessions, Defect defect)
    {
        (_sessions, _defect) = (sessions, defect);
        Empty = Find([]);
    }

    public int Count => _nodes.Count;

    public DiskNode Empty { get; }

    public DiskNode Append(DiskNode disk, Sequence<SessionRecord> batch)
    {
        if (!disk.More.TryGetValue(batch, out DiskNode? longer))
        {
            disk.More.Add(batch, longer = batch.Count == 0 ? disk : Find([.. disk.Records, .. batch]));
        }

        return longer;
    }

    private DiskNode Find(IReadOnlyList<SessionRecord> records)
    {
        IReadOnlyList<SessionRecord> found = _defect == Defect.LatchForgotten ? [.. records.Where(each => each is not SessionRecord.Latched)] : records;
        DiskNode node = new(_nodes.Count, records, _sessions.Restore(found));
        return _nodes.TryAdd((node.Restored, node.Latched), node) ? node : _nodes[(node.Restored, node.Latched)];
    }
}
