using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Treatment sessions as the clinic sees them.</summary>
public sealed record TreatmentsState
{
    /// <summary>Before the first event.</summary>
    public static TreatmentsState Empty { get; } = new();

    private ImmutableDictionary<string, ImmutableArray<DateOnly>> Days { get; init; } = ImmutableDictionary<string, ImmutableArray<DateOnly>>.Empty;

    /// <summary>Days of the sessions of a plan that delivered anything, or may have.</summary>
    public IEnumerable<DateOnly> DaysOf(string planId)
    {
        ArgumentNullException.ThrowIfNull(planId);
        return Days.GetValueOrDefault(planId, []);
    }

    /// <summary>The state after one more event.</summary>
    public TreatmentsState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return this;
    }
}
