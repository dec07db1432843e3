namespace MesoPen.Host.Loop;

/// <summary>A timer whose callback runs on the loop. May be set, moved and disposed from any thread.</summary>
internal sealed class LoopTimer(EventLoop loop, TimerCallback callback, object? state) : ITimer
{
    /// <summary>The longest span that <see cref="TimeProvider"/> documents for a timer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private long _periodTicks;
    private int _disposed;

    /// <summary>Place in the queue's heap; -1 when it is not set. Kept by <see cref="TimerQueue"/> under the loop's gate.</summary>
    internal int Index { get; set; } = -1;

    /// <summary>When it is due, on the loop's timestamps.</summary>
    internal long Due { get; set; }

    /// <summary>Which of two timers due at one time was set first.</summary>
    internal long Order { get; set; }

    internal long PeriodTicks => Volatile.Read(ref _periodTicks);

    internal bool Disposed => Volatile.Read(ref _disposed) != 0;

    /// <inheritdoc />
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ThrowIfOutOfRange(dueTime, nameof(dueTime));
        ThrowIfOutOfRange(period, nameof(period));
        if (Disposed)
        {
            return false;
        }

        Volatile.Write(ref _periodTicks, period > TimeSpan.Zero ? loop.ToTimestampTicks(period) : 0);
        loop.Schedule(this, dueTime);
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Volatile.Write(ref _disposed, 1);
        loop.Schedule(this, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the callback. On the loop only.</summary>
    internal void Fire()
    {
        // Disposed by another thread between the queue and here.
        if (!Disposed)
        {
            callback(state);
        }
    }

    private static void ThrowIfOutOfRange(TimeSpan span, string name)
    {
        if (span != Timeout.InfiniteTimeSpan && (span < TimeSpan.Zero || span > Longest))
        {
            throw new ArgumentOutOfRangeException(name, span, "A timer's span is infinite, or from zero to 49 days.");
        }
    }
}
