namespace MesoPen.Gpio;

/// <summary>
/// The line that gives the drives their power. It is up only while something is armed or moves; whoever drops it ends all motion,
/// and so does
/// the end of the process, for then the line goes back to its pull.
/// </summary>
internal sealed class DriveEnable(OutputLine line, long wakeNs, Func<long> nowNs)
{
    private readonly Lock _gate = new();
    private long _readyAtNs;
    private volatile bool _on;

    /// <summary>Whether the drives have power.</summary>
    internal bool On => _on;

    /// <summary>From when on the drives follow steps, ns.</summary>
    internal long ReadyAtNs => Volatile.Read(ref _readyAtNs);

    internal void Raise()
    {
        lock (_gate)
        {
            if (!_on)
            {
                line.Set(active: true);
                Volatile.Write(ref _readyAtNs, nowNs() + wakeNs);
                _on = true;
            }
        }
    }

    internal void Drop()
    {
        lock (_gate)
        {
            // Even if it is down by this object's own account.
            line.Set(active: false);
            _on = false;
        }
    }
}
