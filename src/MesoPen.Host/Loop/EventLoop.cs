namespace MesoPen.Host.Loop;

/// <summary>
/// The one thread of the control path: events, timers and continuations all run here, one after another, each to completion.
/// </summary>
/// <remarks>
/// <para>It is a <see cref="TimeProvider"/> whose timers fire on the loop, so that Polly's delays and timeouts, and every await in the
/// control path, come back here and nowhere else. For that to hold no SynchronizationContext and no TaskScheduler may be current while
/// the loop runs (a continuation would then be sent to the thread pool), and completions must be set on the loop. The loop sees to the
/// first two by itself.</para>
/// <para>In the field <see cref="Run"/> blocks a thread; on virtual time a scheduler calls <see cref="RunReady"/> and moves its own clock to
/// <see cref="NextDueTimestamp"/>. Order is fixed: urgent first, then timers by due time (those due at one time: in the order set), then
/// events in the order posted. So a timer that falls due while the loop was busy runs before events that came earlier: what judges
/// silence must look at the events that wait before it decides.</para>
/// </remarks>
public sealed class EventLoop : TimeProvider
{
    /// <summary>Longest sleep without a look at the clock; a timer may lie further ahead than one wait can be long.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly TimeProvider _clock;
    private readonly int _capacity;
    private readonly object _gate = new();
    private readonly Queue<Action> _urgent = new();
    private readonly Queue<Action> _events = new();
    private readonly TimerQueue _timers = new();
    private long _nextDue = long.MaxValue;
    private bool _woken;
    private int _thread;
    private int _running;

    /// <param name="clock">The clock underneath: <see cref="TimeProvider.System"/>, or a virtual one.</param>
    /// <param name="capacity">Most events that may wait. <see cref="Post"/> refuses beyond it.</param>
    public EventLoop(TimeProvider clock, int capacity = 4096)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _clock = clock;
        _capacity = capacity;
    }

    /// <summary>Timestamp (of this provider) of the earliest live timer; null if there is none.</summary>
    /// <remarks>It takes no lock: on virtual time a scheduler asks it every millisecond.</remarks>
    public long? NextDueTimestamp => Volatile.Read(ref _nextDue) is var due && due != long.MaxValue ? due : null;

    /// <summary>How many pieces ran so far: while this stands, nothing on the loop has changed anything. To be read on the loop's thread.</summary>
    internal long PiecesRun { get; private set; }

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
        ArgumentNullException.ThrowIfNull(action);
        lock (_gate)
        {
            if (_events.Count >= _capacity)
            {
                return false;
            }

            _events.Enqueue(action);
            WakeHoldingGate();
            return true;
        }
    }

    /// <summary>Queues what may wait behind nothing (a stop), from any thread. Never refused.</summary>
    public void PostUrgent(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (_gate)
        {
            _urgent.Enqueue(action);
            WakeHoldingGate();
        }
    }

    /// <summary>Runs what is ready now, in order, until nothing is. Returns how many pieces ran.</summary>
    /// <exception cref="InvalidOperationException">The loop runs already, or under a task scheduler of its own.</exception>
    public int RunReady() => RunWhileReady(CancellationToken.None);

    /// <summary>Runs on the calling thread until cancelled: the field's way. An exception of an event ends the loop and is thrown.</summary>
    /// <exception cref="InvalidOperationException">The loop runs already, or under a task scheduler of its own.</exception>
    public void Run(CancellationToken cancel)
    {
        using CancellationTokenRegistration registration = cancel.UnsafeRegister(static loop => ((EventLoop)loop!).Wake(), this);
        while (!cancel.IsCancellationRequested)
        {
            RunWhileReady(cancel);
            WaitForWork(cancel);
        }
    }

    /// <summary>Throws if the caller is not on the loop's thread: state of the control path is touched nowhere else.</summary>
    public void AssertOnLoop()
    {
        if (Volatile.Read(ref _thread) != Environment.CurrentManagedThreadId)
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

    /// <summary>Sets <paramref name="timer"/> to its due time, or to none. The gate is taken here.</summary>
    internal void Schedule(LoopTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime >= TimeSpan.Zero && !timer.Disposed)
            {
                _timers.Add(timer, GetTimestamp() + ToTimestampTicks(dueTime));
                WakeHoldingGate();
            }

            NoteNextDueHoldingGate();
        }
    }

    /// <summary>A time span in this provider's ticks, rounded up, so that a timer never fires early.</summary>
    internal long ToTimestampTicks(TimeSpan span) =>
        (long)(((Int128)span.Ticks * TimestampFrequency + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);

    private int RunWhileReady(CancellationToken cancel)
    {
        if (TaskScheduler.Current != TaskScheduler.Default)
        {
            throw new InvalidOperationException("The loop cannot run under a task scheduler of its own: its continuations would leave it.");
        }

        if (Interlocked.Exchange(ref _running, 1) != 0)
        {
            throw new InvalidOperationException("The loop runs already: it has one thread, and a piece of work may not run the loop.");
        }

        SynchronizationContext? outside = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        Volatile.Write(ref _thread, Environment.CurrentManagedThreadId);
        try
        {
            int ran = 0;
            while (!cancel.IsCancellationRequested && TakeNext(out Action? action, out LoopTimer? timer))
            {
                if (timer is not null)
                {
                    timer.Fire();
                }
                else
                {
                    action!();
                }

                ran++;
                PiecesRun++;
            }

            return ran;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outside);
            Volatile.Write(ref _running, 0);
        }
    }

    private bool TakeNext(out Action? action, out LoopTimer? timer)
    {
        timer = null;
        lock (_gate)
        {
            if (_urgent.TryDequeue(out action))
            {
                return true;
            }

            long now = GetTimestamp();
            timer = _timers.TakeDue(now);
            if (timer is not null)
            {
                if (timer.PeriodTicks > 0)
                {
                    // A beat that was missed is not made up for: the next one is due at the earliest now.
                    _timers.Add(timer, Math.Max(timer.Due + timer.PeriodTicks, now));
                }

                NoteNextDueHoldingGate();
                return true;
            }

            return _events.TryDequeue(out action);
        }
    }

    private void NoteNextDueHoldingGate() => Volatile.Write(ref _nextDue, _timers.NextDue ?? long.MaxValue);

    private void Wake()
    {
        lock (_gate)
        {
            WakeHoldingGate();
        }
    }

    private void WakeHoldingGate()
    {
        _woken = true;
        Monitor.Pulse(_gate);
    }

    private void WaitForWork(CancellationToken cancel)
    {
        lock (_gate)
        {
            if (!_woken && !cancel.IsCancellationRequested)
            {
                Monitor.Wait(_gate, TimeToNextTimer());
            }

            _woken = false;
        }
    }

    private TimeSpan TimeToNextTimer()
    {
        if (_timers.NextDue is not { } due)
        {
            return LongestWait;
        }

        double ms = Math.Ceiling(GetElapsedTime(GetTimestamp(), due).TotalMilliseconds);
        return TimeSpan.FromMilliseconds(Math.Clamp(ms, 0, LongestWait.TotalMilliseconds));
    }
}
