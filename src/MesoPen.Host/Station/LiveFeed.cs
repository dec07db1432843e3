using System.Runtime.CompilerServices;

namespace MesoPen.Host.Station;

/// <summary>
/// What happens at the station, for any number of followers: each shot and notice once and in order, the state at most twenty times a second, a beat
/// four times a second, and the device's traces as long as the follower keeps up. A follower that was away goes on where it was, as far as the feed
/// reaches back.
/// </summary>
/// <param name="station">Id of the station.</param>
/// <param name="clock">The time.</param>
public sealed class LiveFeed(string station, TimeProvider clock)
{
    // A session has some hundreds of shots, and a follower is away for seconds.
    private const int Kept = 2000;

    // 20 Hz: more is seen by nobody.
    private static readonly TimeSpan StateInterval = TimeSpan.FromMilliseconds(50);

    // Four in the second after which a screen says that it is stale.
    private static readonly TimeSpan BeatInterval = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Queue<LiveItem> _items = new();
    private readonly List<LiveTraces> _followers = [];
    private TaskCompletionSource _news = NewNews();
    private StationView _view = new() { Station = station };
    private long _last;
    private long _version;

    /// <summary>Id of this feed.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The station as it stands.</summary>
    public StationView View
    {
        get
        {
            lock (_gate)
            {
                return _view;
            }
        }
    }

    /// <summary>The station stands otherwise.</summary>
    public void Show(StationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        lock (_gate)
        {
            (_view, _version) = (view, _version + 1);
        }

        Tell();
    }

    /// <summary>A shot was settled.</summary>
    public void Add(LiveShot shot) => Add(number => new LiveItem(Id, number, "shot", clock.GetUtcNow()) { Shot = shot });

    /// <summary>A sentence was said.</summary>
    public void Add(LiveNotice notice) => Add(number => new LiveItem(Id, number, "notice", clock.GetUtcNow()) { Notice = notice });

    /// <summary>The device's sensors said something. Told to who follows now, as long as it keeps up.</summary>
    /// <param name="samples">Samples since the last call, oldest first.</param>
    public void Trace(IEnumerable<LiveSample> samples)
    {
        LiveTrace trace = new([.. samples]);
        lock (_gate)
        {
            if (_followers.Count == 0)
            {
                return;
            }

            foreach (LiveTraces follower in _followers)
            {
                follower.Add(trace);
            }
        }

        Tell();
    }

    /// <summary>The state at once, then what was missed after a number, then everything as it comes.</summary>
    /// <param name="feed">Feed of the last item that the follower saw; null if it saw none.</param>
    /// <param name="after">Number of that item.</param>
    /// <param name="cancel">Ends it.</param>
    public async IAsyncEnumerable<LiveItem> FollowAsync(string? feed, long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        LiveTraces traces = new();
        lock (_gate)
        {
            _followers.Add(traces);
        }

        try
        {
            (List<LiveItem> items, StationView view, long version, long last, Task news) = Since(0);
            bool known = feed == Id && after >= 0 && after <= last;
            long seen = known ? after : last;
            bool gap = feed is not null && (!known || (items.Count > 0 && items[0].Number > after + 1));
            yield return State(view, seen, gap);
            (long shownVersion, long shownAt) = (version, clock.GetTimestamp());
            Task beat = Task.Delay(BeatInterval, clock, cancel);
            while (true)
            {
                (items, view, version, last, news) = Since(seen);
                foreach (LiveItem item in items)
                {
                    bool missed = item.Number > seen + 1;
                    seen = item.Number;
                    yield return item with { Missed = missed };
                }

                foreach (LiveTrace trace in traces.Take())
                {
                    yield return new LiveItem(Id, seen, "trace", clock.GetUtcNow()) { Trace = trace };
                }

                TimeSpan early = version == shownVersion ? TimeSpan.Zero : StateInterval - clock.GetElapsedTime(shownAt);
                if (version != shownVersion && early <= TimeSpan.Zero)
                {
                    (shownVersion, shownAt) = (version, clock.GetTimestamp());
                    yield return State(view, seen, false);
                }

                if (beat.IsCompleted)
                {
                    await beat;
                    beat = Task.Delay(BeatInterval, clock, cancel);
                    yield return new LiveItem(Id, seen, "beat", clock.GetUtcNow());
                }

                await (early > TimeSpan.Zero ? Task.WhenAny(news, beat, Task.Delay(early, clock, cancel)) : Task.WhenAny(news, beat));
            }
        }
        finally
        {
            lock (_gate)
            {
                _followers.Remove(traces);
            }
        }
    }

    private static TaskCompletionSource NewNews() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LiveItem State(StationView view, long number, bool missed) => new(Id, number, "state", clock.GetUtcNow(), missed) { State = view };

    private void Add(Func<long, LiveItem> make)
    {
        lock (_gate)
        {
            _items.Enqueue(make(++_last));
            if (_items.Count > Kept)
            {
                _items.Dequeue();
            }
        }

        Tell();
    }

    private void Tell()
    {
        TaskCompletionSource news;
        lock (_gate)
        {
            (news, _news) = (_news, NewNews());
        }

        news.SetResult();
    }

    private (List<LiveItem> Items, StationView View, long Version, long Last, Task News) Since(long after)
    {
        lock (_gate)
        {
            return ([.. _items.Where(item => item.Number > after)], _view, _version, _last, _news.Task);
        }
    }
}
