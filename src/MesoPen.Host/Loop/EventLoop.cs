namespace MesoPen.Host.Loop;

/// <summary>
/// The one thread of the control path: events, timers and continuations all run here, one after another, each to completion.
/// </summary>
/// <remarks>
/// <para>It is a <see cref="TimeProvider"/> whose timers fire on the loop, so that Polly's delays and timeouts, and every await in the
/// control path, come back here and nowhere else. For that to hold no SynchronizationContext may be current on the loop's thread (a
/// continuation that asks for none would then be sent to the thread pool) and completions must be set on the loop.</para>
/// <para>In the field <see cref="Run"/> blocks a thread; on virtual time a scheduler calls <see cref="RunReady"/> and moves its own clock to
/// <see cref="NextDueTimestamp"/>. Order is fixed: urgent first, then timers by due time, then events in the order posted.</para>
/// </remarks>
public sealed class EventLoop : TimeProvider
{
    private readonly TimeProvider _clock;
    private readonly int _capacity;
    private readonly object _gate = new();
    private readonly Queue<Action> _urgent = new();
    private readonly Queue<Action> _events = new();
    private readonly PriorityQueue<LoopTimer, (long Due, long Order)> _timers = new();
    private long _order;
    private bool _woken;
    private int _thread;

    /// <param name="clock">The clock underneath: <see cref="TimeProvider.System"/>, or a virtual one.</param>
    /// <param name="capacity">Most events that may wait. <see cref="Post"/> refuses beyond it.</param>
    public EventLoop(TimeProvider clock, int capacity = 4096)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        _capacity = capacity;
    }

    /// <summary>Timestamp (of this provider) of the earliest timer; null if there is none.</summary>
    public long? NextDueTimestamp
    {
        get
        {
            lock (_gate)
            {
                return _timers.TryPeek(out _, out (long Due, long Order) key) ? key.Due : null;
            }
        }
    }

    /// <inheritdoc />
    public override long TimestampFrequency => _clock.TimestampFrequency;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => _clock.LocalTimeZone;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    /// <inheritdoc />
    public override long GetTimestamp() => _clock.GetTimestamp();

    /// <summary>Queues an event from any thread. False, and nothing queued, if <c>capacity</c> events wait already.</summary>
    public bool Post(Action action)
    {
        lock (_gate)
        {
            if (_events.Count >= _capacity)
            {
                return false;
            }

            _events.Enqueue(action);
        }

        Wake();
        return true;
    }

    /// <summary>Queues what may wait behind nothing (a stop), from any thread. Never refused.</summary>
    public void PostUrgent(Action action)
    {
        lock (_gate)
        {
            _urgent.Enqueue(action);
        }

        Wake();
    }

    /// <summary>Runs what is ready now, in order, until nothing is. Returns how many pieces ran.</summary>
    public int RunReady()
    {
        _thread = Environment.CurrentManagedThreadId;
        int ran = 0;
        while (Next() is { } action)
        {
            action();
            ran++;
        }

        return ran;
    }

    /// <summary>Runs on the calling thread until cancelled: the field's way. An exception of an event ends the loop and is thrown.</summary>
    public void Run(CancellationToken cancel)
    {
        using CancellationTokenRegistration registration = cancel.Register(Wake);
        while (!cancel.IsCancellationRequested)
        {
            RunReady();
            if (cancel.IsCancellationRequested)
            {
                return;
            }

            TimeSpan wait = Timeout.InfiniteTimeSpan;
            if (NextDueTimestamp is { } due)
            {
                wait = GetElapsedTime(GetTimestamp(), due);
                wait = wait < TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
            }

            WaitForWork(wait);
        }
    }

    /// <summary>Throws if the caller is not on the loop's thread: state of the control path is touched nowhere else.</summary>
    public void AssertOnLoop()
    {
        if (_thread != Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException("The control path ran off its loop.");
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        LoopTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Wake()
    {
        lock (_gate)
        {
            _woken = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void WaitForWork(TimeSpan wait)
    {
        lock (_gate)
        {
            if (!_woken)
            {
                Monitor.Wait(_gate, wait);
            }

            _woken = false;
        }
    }

    private Action? Next()
    {
        lock (_gate)
        {
            if (_urgent.TryDequeue(out Action? urgent))
            {
                return urgent;
            }

            long now = GetTimestamp();
            while (_timers.TryPeek(out LoopTimer? timer, out (long Due, long Order) key) && key.Due <= now)
            {
                _timers.Dequeue();
                if (timer.Order == key.Order)
                {
                    Rearm(timer, key.Due);
                    return timer.Fire;
                }
            }

            return _events.TryDequeue(out Action? action) ? action : null;
        }
    }

    private void Rearm(LoopTimer timer, long due)
    {
        timer.Order = 0;
        if (timer.PeriodTicks > 0)
        {
            Schedule(timer, Math.Max(due + timer.PeriodTicks, GetTimestamp()));
        }
    }

    private void Schedule(LoopTimer timer, long due)
    {
        timer.Order = ++_order;
        _timers.Enqueue(timer, (due, timer.Order));
    }

    private long ToTimestampTicks(TimeSpan span) => checked((long)Math.Ceiling(span.TotalSeconds * TimestampFrequency));

    /// <summary>A timer in the loop's queue. An entry whose order is not the timer's present one was cancelled or moved.</summary>
    private sealed class LoopTimer(EventLoop loop, TimerCallback callback, object? state) : ITimer
    {
        private bool _disposed;

        public long Order { get; set; }

        public long PeriodTicks { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (loop._gate)
            {
                if (_disposed)
                {
                    return false;
                }

                Order = 0;
                PeriodTicks = period > TimeSpan.Zero ? loop.ToTimestampTicks(period) : 0;
                if (dueTime >= TimeSpan.Zero)
                {
                    loop.Schedule(this, loop.GetTimestamp() + loop.ToTimestampTicks(dueTime));
                }
            }

            loop.Wake();
            return true;
        }

        public void Dispose()
        {
            lock (loop._gate)
            {
                _disposed = true;
                Order = 0;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
