namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>
/// The link: the newest messages each way, oldest first, and how new the newest word is that the host heard. A message that arrives stays here:
/// it may arrive again, late, before others, or never, until newer ones have pushed it out.
/// </summary>
internal sealed record Wires(bool Linked, uint Boot, int HeardAge, Sequence<ToDevice> Up, Sequence<ToHost> Down)
{
    public static Wires Cut { get; } = new(false, 0, 0, Sequence<ToDevice>.Empty, Sequence<ToHost>.Empty);

    /// <summary>Place of the request that the host waits for an answer to; -1 if it is nowhere any more.</summary>
    public int Awaited => Place(Up, each => each.Awaited && each.Body is not Effect.Stop);

    /// <summary>Place of the stop that a person wants now; -1 if none is on its way.</summary>
    public int Stop => Place(Up, each => each.Awaited && each.Body is Effect.Stop);

    /// <summary>Place of the answer that the host waits for; -1 if it is nowhere.</summary>
    public int Answer => Place(Down, each => each.Awaited);

    /// <summary>The age of a word that is said now.</summary>
    public int Newest => Down.Aggregate(HeardAge, (most, each) => Math.Max(most, each.Age)) + 1;

    public Wires Send(ToDevice letter, int room)
    {
        Sequence<ToDevice> others = Place(Up, each => each == letter) is >= 0 and var same ? Up.RemoveAt(same) : Up;
        return this with { Up = Fit(others, room, each => each.Awaited).Add(letter) };
    }

    public Wires Say(DeviceSnapshot status, bool awaited, Reply reply, int room) =>
        this with { Down = Fit(Down, room, each => each.Awaited).Add(new ToHost(status, Newest, awaited, reply)) };

    /// <summary>The host no longer waits for what it sent, but for a stop.</summary>
    public Wires Void() => this with
    {
        Up = Up.With(each => each.Body is Effect.Stop ? each : each with { Awaited = false }),
        Down = Down.With(each => each with { Awaited = false }),
    };

    /// <summary>A person released the stop: copies of it are old ones from now on.</summary>
    public Wires VoidStop() => this with { Up = Up.With(each => each.Body is Effect.Stop ? each with { Awaited = false } : each) };

    /// <summary>Ages as small numbers without gaps; all that are older than what was heard are equally old. Of equal messages one is enough.</summary>
    public Wires Normal()
    {
        if (Down.Count == 0 && Up.Count < 2) { return HeardAge == 1 ? this : this with { HeardAge = 1 }; }
        int[] later = [.. Down.Select(each => each.Age).Where(age => age > HeardAge).Distinct().Order()];
        int Rank(int age) => age < HeardAge ? 0 : age == HeardAge ? 1 : 2 + Array.IndexOf(later, age);
        return this with
        {
            HeardAge = 1,
            Up = Distinct(Up),
            Down = Distinct(Down.With(each => each with { Age = Rank(each.Age) })),
        };
    }

    private static Sequence<T> Distinct<T>(Sequence<T> items) => items.Count < 2 || items.Distinct().Count() == items.Count ? items : new([.. items.Distinct()]);

    private static int Place<T>(Sequence<T> items, Func<T, bool> holds)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (holds(items[i])) { return i; }
        }

        return -1;
    }

    /// <summary>Makes room for one more: the oldest that nobody waits for goes, else the oldest.</summary>
    private static Sequence<T> Fit<T>(Sequence<T> items, int room, Func<T, bool> awaited) =>
        items.Count < room ? items : items.RemoveAt(Math.Max(0, Place(items, each => !awaited(each))));
}
