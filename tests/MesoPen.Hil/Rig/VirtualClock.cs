namespace MesoPen.Hil;

/// <summary>
/// A clock that moves only when it is told to. It has no timers of its own: those are the event loop's on top of it, or of whoever
/// schedules.
/// </summary>
public sealed class VirtualClock : TimeProvider
{
    private readonly DateTimeOffset _start;
    private long _ticks;
    private TimeSpan _jumped;

    /// <param name="start">The wall time at timestamp 0; by default noon of an ordinary day.</param>
    public VirtualClock(DateTimeOffset? start = null)
    {
        _start = start ?? new DateTimeOffset(2031, 5, 6, 12, 0, 0, TimeSpan.Zero);
    }

    /// <summary>Ticks of 100 ns, as in <see cref="TimeSpan"/>: every span is exact.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => _start + TimeSpan.FromTicks(GetTimestamp()) + _jumped;

    /// <summary>Somebody sets the wall clock, forward or back; timestamps do not notice.</summary>
    public void JumpWall(TimeSpan by) => _jumped += by;

    /// <summary>Moves on by a span.</summary>
    public void Advance(TimeSpan span) => MoveTo(GetTimestamp() + span.Ticks);

    /// <summary>Moves on to a timestamp; never back.</summary>
    public void MoveTo(long timestamp)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timestamp, GetTimestamp());
        Volatile.Write(ref _ticks, timestamp);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("A virtual clock has no timers: put an EventLoop on it and use that.");
}
