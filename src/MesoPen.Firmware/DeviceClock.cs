namespace MesoPen.Firmware;

/// <summary>
/// Uptime that does not wrap. The board counts milliseconds in 32 bits; everything inside reckons in this count, so that the wrap
/// after 49.7 days is met in one place only.
/// </summary>
internal sealed class DeviceClock
{
    private bool _started;

    /// <summary>Milliseconds since the first tick.</summary>
    internal long NowMs { get; private set; }

    /// <summary>The board's own count, as it goes out on the wire.</summary>
    internal uint WireMs { get; private set; }

    /// <summary>
    /// Takes the board's count and gives the milliseconds since the last one. A count that went back is a very long time.
    /// </summary>
    internal long Advance(uint wireMs)
    {
        long gapMs = _started ? unchecked(wireMs - WireMs) : 0;
        _started = true;
        WireMs = wireMs;
        NowMs += gapMs;
        return gapMs;
    }

    /// <summary>How long ago a reading of the board's count was, ms; negative if it lies in the future.</summary>
    internal int AgeOf(uint wireMs) => unchecked((int)(WireMs - wireMs));
}
