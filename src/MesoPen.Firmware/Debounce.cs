namespace MesoPen.Firmware;

/// <summary>A switch that counts as changed only after it has kept its new value for a while.</summary>
internal struct Debounce
{
    /// <summary>How long a contact bounces, ms: small switches bounce for 1 to 5 ms.</summary>
    internal const int StableMs = 5;

    private bool _candidate;
    private long _sinceMs;

    /// <summary>The value that counts.</summary>
    internal bool Value { get; private set; }

    /// <summary>Takes a sample.</summary>
    internal void Sample(bool raw, long nowMs)
    {
        if (raw != _candidate)
        {
            _candidate = raw;
            _sinceMs = nowMs;
        }

        if (nowMs - _sinceMs >= StableMs)
        {
            Value = _candidate;
        }
    }
}
