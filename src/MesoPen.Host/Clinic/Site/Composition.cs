namespace MesoPen.Host.Clinic.Site;

/// <summary>Several decisions as one: each rule sees what those before it decided, and all of it is written or nothing.</summary>
/// <param name="state">The clinic before.</param>
/// <param name="now">The time of all of them.</param>
internal sealed class Composition(ClinicState state, DateTimeOffset now)
{
    private readonly List<ClinicEvent> _events = [];
    private ClinicState _state = state;

    /// <summary>The clinic after what was decided so far.</summary>
    public ClinicState State => _state;

    /// <summary>What was decided so far.</summary>
    public IReadOnlyList<ClinicEvent> Events => _events;

    /// <summary>Why it went no further; null if all was decided. What comes after it is not asked.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Adds what a rule decides. Gives the id of what it made; empty if there is a problem.</summary>
    public string Take(Func<ClinicState, Decision> rule)
    {
        if (Problem is not null)
        {
            return "";
        }

        Decision decision = rule(_state);
        Problem = decision.Problem;
        foreach (ClinicEvent each in decision.Events)
        {
            _events.Add(each);
            _state = _state.Apply(new ClinicFact(_state.LastSequence + 1, now, each));
        }

        return decision.Id;
    }

    /// <summary>All of it, in the name of <paramref name="id"/>.</summary>
    public Decision Whole(string id) => Problem is { } problem ? problem : Decision.Accept(id, [.. _events]);
}
