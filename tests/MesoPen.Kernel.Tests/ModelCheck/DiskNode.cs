namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>What is durable, told apart by what a session would know that was restored from it.</summary>
internal sealed class DiskNode(int number, IReadOnlyList<SessionRecord> records, SessionNode restored)
{
    public int Number => number;

    public IReadOnlyList<SessionRecord> Records => records;

    public SessionNode Restored => restored;

    /// <summary>A stop or fault is on the disk that no person released since.</summary>
    public bool Latched { get; } = records.Reverse().TakeWhile(record => record is not SessionRecord.Released).Any(record => record is SessionRecord.Latched);

    public Dictionary<Sequence<SessionRecord>, DiskNode> More { get; } = [];
}
