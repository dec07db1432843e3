using System.Collections.Immutable;

namespace MesoPen.Host.Clinic;

/// <summary>What a rule said: events that now hold, or a problem and nothing changes.</summary>
public sealed record Decision
{
    private Decision(ImmutableArray<ClinicEvent> events, string id, Problem? problem) => (Events, Id, Problem) = (events, id, problem);

    /// <summary>What is to be written; empty if nothing was to change.</summary>
    public ImmutableArray<ClinicEvent> Events { get; }

    /// <summary>Id of the thing that was made or changed.</summary>
    public string Id { get; }

    /// <summary>Why it was refused; null if it was not.</summary>
    public Problem? Problem { get; }

    /// <summary>It holds.</summary>
    /// <param name="id">Id of the thing that was made or changed.</param>
    /// <param name="events">What is to be written.</param>
    public static Decision Accept(string id, params ClinicEvent[] events) => new([.. events], id, null);

    /// <summary>It is refused.</summary>
    public static implicit operator Decision(Problem problem) => Refuse(problem);

    /// <summary>It is refused.</summary>
    public static Decision Refuse(Problem problem) => new([], "", problem);
}
