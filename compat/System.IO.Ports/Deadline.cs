using System.Diagnostics;

namespace System.IO.Ports;

/// <summary>The instant, on the monotonic clock, at which an operation times out.</summary>
internal readonly struct Deadline
{
    private static readonly long s_ticksPerMs = Stopwatch.Frequency / 1000;

    // Stopwatch ticks; long.MaxValue stands for never.
    private readonly long _instant;

    private Deadline(long instant) => _instant = instant;

    /// <summary>What is left, in ms rounded up, as poll(2) takes it: -1 for ever, 0 when the time is over.</summary>
    public int RemainingMs
    {
        get
        {
            if (_instant == long.MaxValue)
            {
                return SerialPort.InfiniteTimeout;
            }

            long left = _instant - Stopwatch.GetTimestamp();
            return left <= 0 ? 0 : (int)Math.Min(int.MaxValue, (left + s_ticksPerMs - 1) / s_ticksPerMs);
        }
    }

    public static Deadline After(int timeoutMs) =>
        new(timeoutMs == SerialPort.InfiniteTimeout ? long.MaxValue : Stopwatch.GetTimestamp() + (timeoutMs * s_ticksPerMs));
}
