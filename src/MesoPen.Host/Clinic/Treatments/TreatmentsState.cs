using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Treatment sessions as the clinic sees them.</summary>
public sealed record TreatmentsState
{
    /// <summary>Before the first event.</summary>
    public static TreatmentsState Empty { get; } = new();

    private ImmutableDictionary<string, ImmutableArray<(string Session, DateOnly Day)>> Days { get; init; } =
        ImmutableDictionary<string, ImmutableArray<(string, DateOnly)>>.Empty;

    /// <summary>Days of the sessions of a plan that delivered anything, or may have, in the order of time.</summary>
    /// <param name="planId">The plan.</param>
    /// <param name="exceptSession">A session that does not count: the one that is asked for, which may be resumed; null for none.</param>
    public IEnumerable<DateOnly> DaysOf(string planId, string? exceptSession = null)
    {
        ArgumentNullException.ThrowIfNull(planId);
        return Days.GetValueOrDefault(planId, []).Where(each => each.Session != exceptSession).Select(each => each.Day).Order();
    }

    /// <summary>The state after one more event.</summary>
    public TreatmentsState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return this;
    }
}
