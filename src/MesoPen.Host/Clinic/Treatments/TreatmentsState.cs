using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Treatment sessions as the clinic sees them.</summary>
public sealed record TreatmentsState
{
    /// <summary>Before the first event.</summary>
    public static TreatmentsState Empty { get; } = new();

    /// <summary>All sessions by id, which begins with the time.</summary>
    public ImmutableSortedDictionary<string, Treatment> All { get; private init; } =
        ImmutableSortedDictionary<string, Treatment>.Empty.WithComparers(StringComparer.Ordinal);

    // Few are open at a time, and all may be many.
    private ImmutableSortedSet<string> OpenIds { get; init; } = ImmutableSortedSet<string>.Empty.WithComparer(StringComparer.Ordinal);

    private ImmutableDictionary<string, ImmutableArray<string>> ByPlan { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Sessions that have not ended, wherever they are.</summary>
    public IEnumerable<Treatment> Open => OpenIds.Select(id => All[id]);

    /// <summary>The open session of a station; null if it has none.</summary>
    public Treatment? OpenAt(string station) => Open.FirstOrDefault(each => each.Station == station);

    /// <summary>Sessions of a patient, oldest first.</summary>
    public IEnumerable<Treatment> OfPatient(string patientId) => All.Values.Where(each => each.Intent.PatientId == patientId);

    /// <summary>Days of the sessions of a plan that delivered anything, or may have, in the order of time.</summary>
    /// <param name="planId">The plan.</param>
    /// <param name="exceptSession">A session that does not count: the one that is asked for, which may be resumed; null for none.</param>
    public IEnumerable<DateOnly> DaysOf(string planId, string? exceptSession = null)
    {
        ArgumentNullException.ThrowIfNull(planId);
        return ByPlan.GetValueOrDefault(planId, [])
            .Where(id => id != exceptSession)
            .Select(id => All[id])
            .Where(each => each.MayHaveDelivered)
            .Select(each => DateOnly.FromDateTime(each.OpenedAt.UtcDateTime))
            .Order();
    }

    /// <summary>The state after one more event.</summary>
    public TreatmentsState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Event switch
        {
            SessionOpened e => Begin(e, fact),
            SessionDeviceKnown e => With(e.SessionId, fact, each => each with { DeviceKnown = e }),
            SessionHeadChanged e => With(
                e.SessionId, fact, each => each with { Intent = each.Intent with { HeadId = e.HeadId }, Heads = each.Heads.Add(e.HeadId) }),
            ReactionSeen e => With(e.SessionId, fact, each => each with { Reactions = each.Reactions.Add(e) }),
            AftercareGiven e => With(e.SessionId, fact, each => each with { Aftercare = each.Aftercare.Add(e) }),
            SessionAbandonProposed e => With(e.SessionId, fact, each => each with { AbandonProposed = e }),
            SessionEnded e => With(e.SessionId, fact, each => each with { Ended = e, EndedAt = fact.At }) with { OpenIds = OpenIds.Remove(e.SessionId) },
            _ => this,
        };
    }

    private TreatmentsState Begin(SessionOpened e, ClinicFact fact) => this with
    {
        All = All.SetItem(
            e.Intent.SessionId, new Treatment(e.Intent, e.Basis, e.Station, e.Device, fact.At, fact.Sequence) { Heads = [e.Intent.HeadId] }),
        OpenIds = OpenIds.Add(e.Intent.SessionId),
        ByPlan = ByPlan.SetItem(e.Intent.PlanId, ByPlan.GetValueOrDefault(e.Intent.PlanId, []).Add(e.Intent.SessionId)),
    };

    private TreatmentsState With(string id, ClinicFact fact, Func<Treatment, Treatment> change) =>
        this with { All = All.SetItem(id, change(All[id]) with { Version = fact.Sequence }) };
}
