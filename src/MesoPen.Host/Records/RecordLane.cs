using System.Runtime.ExceptionServices;
using MesoPen.Host.Loop;

namespace MesoPen.Host.Records;

/// <summary>
/// Takes appends off the loop, one after another, and tells the loop when they are durable. After a failure it keeps the failed batch and
/// all later ones, in order, until <see cref="Retry"/>: nothing is lost, nothing overtakes.
/// </summary>
/// <remarks>
/// In the field a thread of its own waits for the disk. On virtual time the append runs in an event of the loop, so that a run depends on
/// nothing but its seed. Either way batches that wait together are written in one transaction.
/// </remarks>
public sealed class RecordLane : IDisposable
{
    // A transaction of this many rows takes the disk a few milliseconds; more would make the first of them wait for the last.
    private const int RowsPerTransaction = 256;

    private readonly IRecordStore _store;
    private readonly EventLoop _loop;
    private readonly Func<TimeSpan>? _latency;
    private readonly Thread? _thread;
    private readonly object _gate = new();
    private readonly LinkedList<Batch> _waiting = new();
    private readonly Queue<(Action<RecordStoreException?> Done, RecordStoreException? Failure)> _answers = new();
    private bool _stalled;
    private bool _closing;
    private bool _stepPosted;
    private bool _answersPosted;

    private RecordLane(IRecordStore store, EventLoop loop, bool threaded, Func<TimeSpan>? latency = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(loop);
        _store = store;
        _loop = loop;
        _latency = latency;
        if (threaded)
        {
            _thread = new Thread(Work) { Name = "records", IsBackground = true };
            _thread.Start();
        }
    }

    /// <summary>Batches submitted and not yet durable.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Whether a failure holds the lane until <see cref="Retry"/>.</summary>
    public bool Stalled
    {
        get
        {
            lock (_gate)
            {
                return _stalled;
            }
        }
    }

    /// <summary>The field's way: a thread of its own appends.</summary>
    public static RecordLane Threaded(IRecordStore store, EventLoop loop) => new(store, loop, threaded: true);

    /// <summary>The way on virtual time: an event of the loop appends.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="latency">How long each transaction takes, asked before it; null for no time.</param>
    public static RecordLane OnLoop(IRecordStore store, EventLoop loop, Func<TimeSpan>? latency = null) =>
        new(store, loop, threaded: false, latency);

    /// <summary>
    /// Queues a batch that is to be written whole. <paramref name="done"/> runs on the loop, with null once it is durable: exactly once, in
    /// the order of submission. Before that it may run with the failure, each time that this batch was the first to fail.
    /// </summary>
    public void Submit(IReadOnlyList<RecordEntry> batch, Action<RecordStoreException?> done)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(done);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing, this);
            _waiting.AddLast(new Batch(batch, done));
        }

        Wake();
    }

    /// <summary>Tries again after a failure. Without one it does nothing.</summary>
    public void Retry()
    {
        lock (_gate)
        {
            _stalled = false;
        }

        Wake();
    }

    /// <summary>Writes what waits, unless the lane is stalled, and ends. What could not be written is still counted by <see cref="Waiting"/>.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.PulseAll(_gate);
        }

        if (_thread is null)
        {
            while (Step())
            {
            }
        }
        else
        {
            _thread.Join();
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            if (_thread is not null)
            {
                Monitor.PulseAll(_gate);
                return;
            }

            if (_stepPosted)
            {
                return;
            }

            _stepPosted = true;
        }

        if (_latency is { } latency)
        {
            _loop.CreateTimer(_ => StepLate(), null, latency(), Timeout.InfiniteTimeSpan);
        }
        else
        {
            Post(StepOnLoop);
        }
    }

    private void StepOnLoop()
    {
        lock (_gate)
        {
            _stepPosted = false;
        }

        while (Step())
        {
        }
    }

    /// <summary>The transaction's time is over: it is done, and what came meanwhile waits as long again.</summary>
    private void StepLate()
    {
        lock (_gate)
        {
            _stepPosted = false;
        }

        if (Step() && Waiting > 0)
        {
            Wake();
        }
    }

    private void Work()
    {
        try
        {
            while (true)
            {
                lock (_gate)
                {
                    while (!_closing && (_stalled || _waiting.Count == 0))
                    {
                        Monitor.Wait(_gate);
                    }
                }

                if (!Step() && _closing)
                {
                    return;
                }
            }
        }
        catch (Exception defect)
        {
            // Not a failure of the disk but of this program: it must end the control path, not a thread that nobody watches.
            _loop.PostUrgent(() => ExceptionDispatchInfo.Throw(defect));
        }
    }

    /// <summary>One transaction. False if there was nothing to do or it failed.</summary>
    private bool Step()
    {
        List<Batch> group = [];
        List<RecordEntry> entries = [];
        lock (_gate)
        {
            if (_stalled)
            {
                return false;
            }

            foreach (Batch batch in _waiting)
            {
                if (group.Count > 0 && entries.Count + batch.Entries.Count > RowsPerTransaction)
                {
                    break;
                }

                group.Add(batch);
                entries.AddRange(batch.Entries);
            }
        }

        if (group.Count == 0)
        {
            return false;
        }

        RecordStoreException? failure = null;
        try
        {
            _store.Append(entries);
        }
        catch (RecordStoreException refused)
        {
            failure = refused;
        }

        Settle(group, failure);
        return failure is null;
    }

    private void Settle(List<Batch> group, RecordStoreException? failure)
    {
        lock (_gate)
        {
            if (failure is not null)
            {
                _stalled = true;
                _answers.Enqueue((group[0].Done, failure));
            }
            else
            {
                foreach (Batch batch in group)
                {
                    _waiting.RemoveFirst();
                    _answers.Enqueue((batch.Done, null));
                }
            }

            if (_answersPosted)
            {
                return;
            }

            _answersPosted = true;
        }

        Post(Answer);
    }

    private void Answer()
    {
        lock (_gate)
        {
            _answersPosted = false;
        }

        while (true)
        {
            (Action<RecordStoreException?> Done, RecordStoreException? Failure) answer;
            lock (_gate)
            {
                if (!_answers.TryDequeue(out answer))
                {
                    return;
                }
            }

            answer.Done(answer.Failure);
        }
    }

    // A loop too full for an event still hears what became of a record: permits wait for it.
    private void Post(Action action)
    {
        if (!_loop.Post(action))
        {
            _loop.PostUrgent(action);
        }
    }

    private sealed record Batch(IReadOnlyList<RecordEntry> Entries, Action<RecordStoreException?> Done);
}
