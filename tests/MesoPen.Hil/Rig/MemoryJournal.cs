using System.Text.Json;
using MesoPen.Host.Control;
using MesoPen.Host.Records;
using MesoPen.Kernel;

namespace MesoPen.Hil;

/// <summary>A disk that outlives host processes: what was appended, and whether it can be written now.</summary>
/// <param name="under">A disk that is written first; null for none.</param>
internal sealed class MemoryJournal(IRecordStore? under) : IRecordStore
{
    private readonly List<RecordEntry> _entries = [];

    public IReadOnlyList<RecordEntry> Entries => _entries;

    /// <summary>Why appends fail now; null if they do not.</summary>
    public string? Failure { get; set; }

    /// <summary>Told of every row once it is durable.</summary>
    public Action<RecordEntry, JsonElement>? Written { get; set; }

    public void Append(IReadOnlyList<RecordEntry> entries)
    {
        if (Failure is { } failure)
        {
            throw new RecordStoreException(failure);
        }

        under?.Append(entries);
        _entries.AddRange(entries);
        if (Written is { } told)
        {
            foreach (RecordEntry entry in entries)
            {
                told(entry, JsonElement.Parse(entry.Body));
            }
        }
    }

    /// <summary>What a new host process reads back.</summary>
    public IReadOnlyList<SessionRecord> Read() =>
    [
        .. _entries.Select((entry, index) => SessionRecordCodec.Decode(
            new JournalRow(index + 1, entry.Stream, entry.AtUnixMs, entry.Kind, entry.Body, "", ""))).OfType<SessionRecord>(),
    ];
}
