using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>A screening with everything that was added to it.</summary>
/// <param name="Id">Id of the screening.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">When, UTC: it counts from then.</param>
/// <param name="CatalogueVersion">Version of the questions.</param>
/// <param name="Answers">The newest answer to each question.</param>
/// <param name="Acknowledgements">The newest of each caution.</param>
/// <param name="Sequence">Sequence of the last event about it.</param>
public sealed record ScreeningRecord(
    string Id,
    string By,
    DateTimeOffset At,
    int CatalogueVersion,
    ImmutableSortedDictionary<string, GivenAnswer> Answers,
    ImmutableSortedDictionary<string, Acknowledgement> Acknowledgements,
    long Sequence)
{
    /// <summary>The screening that an event begins.</summary>
    internal static ScreeningRecord Of(ScreeningTaken taken, ClinicFact fact) => new ScreeningRecord(
        taken.ScreeningId, taken.By, fact.At, taken.CatalogueVersion,
        ImmutableSortedDictionary<string, GivenAnswer>.Empty.WithComparers(StringComparer.Ordinal),
        ImmutableSortedDictionary<string, Acknowledgement>.Empty.WithComparers(StringComparer.Ordinal), fact.Sequence).With(taken.Answers, fact);

    /// <summary>With newer answers.</summary>
    internal ScreeningRecord With(ImmutableArray<ScreeningAnswer> answers, ClinicFact fact) => this with
    {
        Answers = Answers.SetItems(answers.Select(answer =>
            KeyValuePair.Create(answer.Question, new GivenAnswer(answer, fact.Event.By, fact.At, fact.Sequence)))),
        Sequence = fact.Sequence,
    };

    /// <summary>With a caution weighed.</summary>
    internal ScreeningRecord With(CautionAcknowledged weighed, ClinicFact fact) => this with
    {
        Acknowledgements = Acknowledgements.SetItem(
            weighed.Question, new Acknowledgement(weighed.Question, weighed.Reason, weighed.By, fact.At, fact.Sequence)),
        Sequence = fact.Sequence,
    };
}
