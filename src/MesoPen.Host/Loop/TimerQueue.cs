namespace MesoPen.Host.Loop;

/// <summary>
/// The loop's timers, earliest first; of those due at one time, the one set first. A binary heap in which each timer knows its place, so
/// that moving or cancelling one leaves nothing behind: a watch that is re-armed for years holds one place.
/// </summary>
internal sealed class TimerQueue
{
    private readonly List<LoopTimer> _heap = [];
    private long _order;

    public int Count => _heap.Count;

    public long? NextDue => _heap.Count == 0 ? null : _heap[0].Due;

    public void Add(LoopTimer timer, long due)
    {
        timer.Due = due;
        timer.Order = ++_order;
        timer.Index = _heap.Count;
        _heap.Add(timer);
        Rise(timer.Index);
    }

    public void Remove(LoopTimer timer)
    {
        int hole = timer.Index;
        if (hole < 0)
        {
            return;
        }

        timer.Index = -1;
        int last = _heap.Count - 1;
        LoopTimer moved = _heap[last];
        _heap.RemoveAt(last);
        if (hole < last)
        {
            Place(moved, hole);
            Sink(hole);
            Rise(moved.Index);
        }
    }

    /// <summary>Takes the earliest timer if it is due at <paramref name="now"/>.</summary>
    public LoopTimer? TakeDue(long now)
    {
        if (_heap.Count == 0 || _heap[0].Due > now)
        {
            return null;
        }

        LoopTimer timer = _heap[0];
        Remove(timer);
        return timer;
    }

    private static bool Before(LoopTimer one, LoopTimer other) =>
        one.Due != other.Due ? one.Due < other.Due : one.Order < other.Order;

    private void Place(LoopTimer timer, int index)
    {
        _heap[index] = timer;
        timer.Index = index;
    }

    private void Rise(int index)
    {
        LoopTimer timer = _heap[index];
        while (index > 0)
        {
            int parent = (index - 1) / 2;
            if (!Before(timer, _heap[parent]))
            {
                break;
            }

            Place(_heap[parent], index);
            index = parent;
        }

        Place(timer, index);
    }

    private void Sink(int index)
    {
        LoopTimer timer = _heap[index];
        while (true)
        {
            int child = 2 * index + 1;
            if (child >= _heap.Count)
            {
                break;
            }

            if (child + 1 < _heap.Count && Before(_heap[child + 1], _heap[child]))
            {
                child++;
            }

            if (!Before(_heap[child], timer))
            {
                break;
            }

            Place(_heap[child], index);
            index = child;
        }

        Place(timer, index);
    }
}
