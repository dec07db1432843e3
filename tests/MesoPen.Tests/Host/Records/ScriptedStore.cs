using MesoPen.Host.Records;

namespace MesoPen.Tests.Host.Records;

/// <summary>A store that does what the test says, and keeps what was appended.</summary>
internal sealed class ScriptedStore : IRecordStore
{
    private readonly List<RecordEntry> _entries = [];

    /// <summary>Called before each append; throws to refuse it.</summary>
    public Action<IReadOnlyList<RecordEntry>> Before { get; set; } = static _ => { };

    /// <summary>What was appended so far.</summary>
    public IReadOnlyList<RecordEntry> Entries
    {
        get
        {
            lock (_entries)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Calls of <see cref="Append"/> that succeeded.</summary>
    public int Transactions { get; private set; }

    public void Append(IReadOnlyList<RecordEntry> entries)
    {
        Before(entries);
        lock (_entries)
        {
            _entries.AddRange(entries);
            Transactions++;
        }
    }
}
