namespace MesoPen.Host.Station;

/// <summary>
/// Traces on their way to one follower. A curve that comes late is worth nothing: who reads slower than they come loses the oldest, and nobody keeps
/// them.
/// </summary>
internal sealed class LiveTraces
{
    // Half a second at 20 a second.
    private const int Kept = 10;

    private readonly Lock _gate = new();
    private readonly Queue<LiveTrace> _traces = new();

    /// <summary>One more.</summary>
    public void Add(LiveTrace trace)
    {
        lock (_gate)
        {
            _traces.Enqueue(trace);
            if (_traces.Count > Kept)
            {
                _traces.Dequeue();
            }
        }
    }

    /// <summary>All that wait; nothing waits afterwards.</summary>
    public LiveTrace[] Take()
    {
        lock (_gate)
        {
            LiveTrace[] all = [.. _traces];
            _traces.Clear();
            return all;
        }
    }
}
