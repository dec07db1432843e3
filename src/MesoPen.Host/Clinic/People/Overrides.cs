using System.Collections.Frozen;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Clinic.People;

/// <summary>Blocks that two people may pass over.</summary>
public static class Overrides
{
    /// <summary>
    /// Ids of the problem types that may be passed over: those about when, not about whether. Consent, contraindications, products, heads and
    /// devices are not among them and never may be.
    /// </summary>
    public static FrozenSet<string> Possible { get; } = FrozenSet.ToFrozenSet(["plan-not-due", "combination-interval"], StringComparer.Ordinal);

    /// <summary>Whether two people agreed that this block does not count for this session.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="intent">What the session is to be.</param>
    /// <param name="problemId">Id of the problem type that blocks it.</param>
    /// <param name="now">The time.</param>
    public static bool Covers(ClinicState state, TreatmentIntent intent, string problemId, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        return Possible.Contains(problemId) && state.People.Overrides.Values.Any(each =>
            each is { Agreed: not null, WithdrawnBy: null }
            && each.Agreed.PersonId != each.Proposed.PersonId
            && each.Subject.Problem == problemId
            && each.Subject.PatientId == intent.PatientId
            && each.Subject.PlanId == intent.PlanId
            && each.Subject.PlanVersion == intent.PlanVersion
            && now < each.Subject.Until);
    }
}
