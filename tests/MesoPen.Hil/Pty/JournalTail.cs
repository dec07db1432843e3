using MesoPen.Host.Input;
using MesoPen.Host.Records;

namespace MesoPen.Hil;

/// <summary>The rows of a journal that a host writes to, read again when somebody asks and some time has passed.</summary>
/// <param name="data">Its folder.</param>
internal sealed class JournalTail(string data)
{
    // Reading opens the file anew: often enough to see a row come, seldom enough to leave the machine to the treatment.
    private const long AgainUs = 50_000;

    private IReadOnlyList<RecordEntry> _rows = [];
    private long _readUs = long.MinValue / 2;

    /// <summary>The rows, as they stood at most a moment ago.</summary>
    public IReadOnlyList<RecordEntry> Rows => MonotonicClock.NowUs - _readUs < AgainUs ? _rows : Read();

    /// <summary>Whether a session was begun that is not closed, as it stands now.</summary>
    public bool Open => Read() is { Count: > 0 } rows && !IsClosed(rows);

    /// <summary>Whether the session was closed, as it stands now.</summary>
    public bool Closed => IsClosed(Read());

    /// <summary>The rows when no host runs any more.</summary>
    /// <exception cref="InputException">The journal is damaged.</exception>
    /// <exception cref="RecordStoreException">Something is in the way of reading it.</exception>
    public IReadOnlyList<RecordEntry> Settled() => File.Exists(Path.Combine(data, "journal.db")) ? Load() : [];

    public static bool IsClosed(IEnumerable<RecordEntry> rows) => rows.Any(row => row.Kind == "session-closed");

    private IReadOnlyList<RecordEntry> Read()
    {
        try
        {
            _rows = Settled();
        }
        catch (Exception busy) when (busy is RecordStoreException or InputException)
        {
            // Somebody is at it just now: as it was a moment ago is good enough until the end.
        }

        _readUs = MonotonicClock.NowUs;
        return _rows;
    }

    private List<RecordEntry> Load()
    {
        using JournalReader reader = JournalReader.Open(data);
        return [.. reader.Read().Select(row => new RecordEntry(row.Stream, row.AtUnixMs, row.Kind, row.Body))];
    }
}
