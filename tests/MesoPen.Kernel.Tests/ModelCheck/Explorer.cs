namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>Every situation within so many moves of a beginning, breadth first: what it finds, it finds by a shortest path.</summary>
internal sealed class Explorer
{
    private readonly Bounds _bounds;
    private readonly Defect _defect;
    private readonly Pool<Gun> _guns = new();
    private readonly Pool<Wires> _wires = new();
    private readonly Pool<HostSide> _hosts = new();
    private readonly List<SessionNode> _sessions = [];
    private readonly List<DiskNode> _disks = [];
    private readonly Dictionary<Key, int> _met = [];
    private readonly List<Key> _keys = [];
    private readonly List<(int Before, Move Move)> _ways = [];
    private int _expanded;

    public Explorer(Bounds bounds, Defect defect = Defect.None)
    {
        (_bounds, _defect) = (bounds, defect);
        Model = new Model(bounds, defect);
        Calm = new CalmSchedule(Model, defect);
    }

    public Model Model { get; }

    public CalmSchedule Calm { get; }

    public int States => _keys.Count;

    public long Transitions { get; private set; }

    /// <summary>New states at each depth.</summary>
    public List<int> Levels { get; } = [];

    /// <summary>The depth reached without a violation, or the one at which it was found.</summary>
    public int Depth => Levels.Count - 1;

    /// <summary>What does not hold, with the shortest path to it; null if all holds.</summary>
    public string? Violation { get; private set; }

    /// <summary>The invariant alone.</summary>
    public string? Broken { get; private set; }

    /// <summary>Whether calm weather found it, not the search.</summary>
    public bool FoundInCalm { get; private set; }

    /// <summary>Moves from a beginning to the violation, or to the state from which calm weather leads to it.</summary>
    public int BrokenAt { get; private set; }

    /// <summary>Meets every beginning.</summary>
    public void Begin()
    {
        Levels.Add(0);
        try
        {
            foreach (Beginning beginning in Beginning.All(Model, Calm, _bounds)) { Meet(beginning.Situation, -1, default); }
        }
        catch (Exception violation) when (violation is ModelViolationException or InvalidOperationException)
        {
            // With a planted defect, a later beginning may be out of reach: the search goes on from those that are met.
            if (_defect == Defect.None || _keys.Count == 0) { Break(-1, null, violation); }
        }
    }

    /// <summary>Goes on to a depth.</summary>
    public void Search(int depth)
    {
        while (Violation is null && Levels.Count <= depth && _expanded < _keys.Count)
        {
            int to = _keys.Count;
            Levels.Add(0);
            for (; _expanded < to && Violation is null; _expanded++) { Expand(_expanded); }
        }
    }

    /// <summary>Plays one in so many of the first states to its end, in calm weather, the nearest first. Gives how many were played.</summary>
    public int PlayOut(int oneIn, int upTo)
    {
        int played = 0;
        for (int i = 0; i < upTo && Violation is null; i += oneIn)
        {
            try
            {
                Calm.PlayToTheEnd(Get(_keys[i]));
                played++;
            }
            catch (Exception violation) when (violation is ModelViolationException or InvalidOperationException)
            {
                Break(i, null, violation);
            }
        }

        return played;
    }

    private void Expand(int number)
    {
        Situation now = Get(_keys[number]);
        Move last = default;
        try
        {
            foreach (Move move in Model.Thinkable(now))
            {
                last = move;
                if (Model.After(now, move) is not { } next) { continue; }
                Transitions++;
                Meet(next, number, move, now);
            }
        }
        catch (Exception violation) when (violation is ModelViolationException or InvalidOperationException)
        {
            Break(number, last, violation);
        }
    }

    private void Meet(Situation next, int before, Move move, Situation? from = null)
    {
        Key key = KeyOf(next, before, from);
        if (!_met.TryAdd(key, _keys.Count)) { return; }
        Invariants.Check(next, _defect);
        _keys.Add(key);
        _ways.Add((before, move));
        Levels[^1]++;
    }

    private void Break(int number, Move? last, Exception violation)
    {
        Broken = violation.Message;
        Stack<Move> moves = [];
        if (last is { } move) { moves.Push(move); }
        for (; number >= 0 && _ways[number].Before >= 0; number = _ways[number].Before) { moves.Push(_ways[number].Move); }
        (BrokenAt, FoundInCalm) = (moves.Count, last is null);
        string path = number < 0 ? "" : Story.Tell(Model, Get(_keys[number]), moves);
        string calm = number >= 0 && last is null ? "        Then calm weather.\n" : "";
        Violation = $"{violation.Message}\n{path}{calm}";
    }

    private Key KeyOf(Situation now, int before, Situation? from)
    {
        Keep(_sessions, now.Session.Number, now.Session);
        Keep(_disks, now.Disk.Number, now.Disk);
        Key last = before < 0 ? default : _keys[before];
        return new Key(
            now.Session.Number,
            ReferenceEquals(now.Gun, from?.Gun) ? last.Gun : _guns.NumberOf(now.Gun),
            ReferenceEquals(now.Wires, from?.Wires) ? last.Wires : _wires.NumberOf(now.Wires),
            ReferenceEquals(now.Host, from?.Host) ? last.Host : _hosts.NumberOf(now.Host),
            now.Disk.Number);
    }

    private static void Keep<T>(List<T> list, int number, T item)
    {
        while (list.Count <= number) { list.Add(default!); }
        list[number] = item;
    }

    private Situation Get(Key key) => new(_sessions[key.Session], _guns[key.Gun], _wires[key.Wires], _hosts[key.Host], _disks[key.Disk]);

    private readonly record struct Key(int Session, int Gun, int Wires, int Host, int Disk);
}
