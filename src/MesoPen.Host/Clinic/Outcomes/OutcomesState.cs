using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>Outcomes, photographs, adverse events and follow-ups.</summary>
public sealed record OutcomesState
{
    /// <summary>Before the first event.</summary>
    public static OutcomesState Empty { get; } = new();

    /// <summary>Outcomes by id.</summary>
    public ImmutableSortedDictionary<string, Outcome> Measured { get; private init; } = ById<Outcome>();

    /// <summary>References to photographs by id.</summary>
    public ImmutableSortedDictionary<string, Photo> Photos { get; private init; } = ById<Photo>();

    /// <summary>Adverse events by id.</summary>
    public ImmutableSortedDictionary<string, AdverseEvent> AdverseEvents { get; private init; } = ById<AdverseEvent>();

    /// <summary>Entries of the follow-up by id.</summary>
    public ImmutableSortedDictionary<string, FollowUpEntry> FollowUps { get; private init; } = ById<FollowUpEntry>();

    /// <summary>When patients are asked after a session.</summary>
    public FollowUpSchedule Schedule { get; private init; } = FollowUpSchedule.UntilSet;

    /// <summary>The state after one more event.</summary>
    public OutcomesState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        long version = fact.Sequence;
        return fact.Event switch
        {
            OutcomeMeasured e => this with
            {
                Measured = Measured.SetItem(e.OutcomeId, new Outcome(e.OutcomeId, e.PatientId, e.Details, e.By, fact.At, false, version)),
            },
            OutcomeCorrected e when Measured.TryGetValue(e.OutcomeId, out Outcome? was) => this with
            {
                Measured = Measured.SetItem(e.OutcomeId, was with { Details = e.Details, By = e.By, EnteredAt = fact.At, Version = version }),
            },
            OutcomeWithdrawn e when Measured.TryGetValue(e.OutcomeId, out Outcome? was) => this with
            {
                Measured = Measured.SetItem(e.OutcomeId, was with { Withdrawn = true, Version = version }),
            },
            PhotoReferenced e => this with { Photos = Photos.SetItem(e.PhotoId, new Photo(e.PhotoId, e.PatientId, e.Details, false, version)) },
            PhotoWithdrawn e when Photos.TryGetValue(e.PhotoId, out Photo? was) => this with
            {
                Photos = Photos.SetItem(e.PhotoId, was with { Withdrawn = true, Version = version }),
            },
            AdverseEventReported e => this with
            {
                AdverseEvents = AdverseEvents.SetItem(
                    e.AdverseEventId, new AdverseEvent(e.AdverseEventId, e.PatientId, e.Details, e.By, fact.At, fact.At, version)),
            },
            AdverseEventUpdated e when AdverseEvents.TryGetValue(e.AdverseEventId, out AdverseEvent? was) => this with
            {
                AdverseEvents = AdverseEvents.SetItem(e.AdverseEventId, was with { Details = e.Details, UpdatedAt = fact.At, Version = version }),
            },
            FollowUpScheduleSet e => this with { Schedule = new FollowUpSchedule(e.DaysAfter, e.GraceDays, version) },
            FollowUpEntered e => this with
            {
                FollowUps = FollowUps.SetItem(
                    e.FollowUpId, new FollowUpEntry(e.FollowUpId, e.SessionId, e.PatientId, e.Details, e.By, false, version)),
            },
            FollowUpWithdrawn e when FollowUps.TryGetValue(e.FollowUpId, out FollowUpEntry? was) => this with
            {
                FollowUps = FollowUps.SetItem(e.FollowUpId, was with { Withdrawn = true, Version = version }),
            },
            _ => this,
        };
    }

    private static ImmutableSortedDictionary<string, T> ById<T>() => ImmutableSortedDictionary<string, T>.Empty.WithComparers(StringComparer.Ordinal);
}
