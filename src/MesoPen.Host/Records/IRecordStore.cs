namespace MesoPen.Host.Records;

/// <summary>Where records go. When <see cref="Append"/> returns, they are on the disk.</summary>
public interface IRecordStore
{
    /// <summary>Writes all of them or none, chained to what stands there, and returns when they are durable.</summary>
    /// <exception cref="RecordStoreException">Disk full, database locked or broken; nothing was written.</exception>
    void Append(IReadOnlyList<RecordEntry> entries);
}
