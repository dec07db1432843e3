using System.Collections.Immutable;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Clinic.Patients.Screening;

/// <content>What the screening forbids.</content>
public static partial class ScreeningRules
{
    /// <summary>
    /// How long an answer counts to a question that is asked on the day of each session. No source states a time; half a day is of the session's
    /// day in every time zone.
    /// </summary>
    public static readonly TimeSpan OfTheDay = TimeSpan.FromHours(12);

    /// <summary>Why the screening does not allow a session now; null if it does.</summary>
    public static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now) => Against(state, intent, now).FirstOrDefault();

    /// <summary>Everything in the screening that speaks against a session now.</summary>
    public static IEnumerable<Problem> Against(ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        return state.Patients.ScreeningOf(intent.PatientId) is not { } screening
            ? [ScreeningProblems.Missing.With("The patient has no screening.")]
            : screening.CatalogueVersion != ScreeningCatalogue.Version ? [OfOlderQuestions()]
            : [.. OfTime(state, screening, now), .. OfAnswers(state, screening, intent, now)];
    }

    private static IEnumerable<Problem> OfTime(ClinicState state, ScreeningRecord screening, DateTimeOffset now)
    {
        if (state.Site.ScreeningDays is not { } days)
        {
            yield return ScreeningProblems.ValidityUnset.With("The site's setting screening_days is not set.");
        }
        else if (now >= screening.At.AddDays(days))
        {
            yield return ScreeningProblems.Expired.With($"The screening was taken more than {days} days ago.", new ProblemFacts { Days = days });
        }

        List<string> open = [.. ScreeningCatalogue.All.Where(question => !screening.Answers.ContainsKey(question.Id)).Select(question => question.Id)];
        if (open.Count > 0)
        {
            yield return ScreeningProblems.Incomplete.With($"Not answered: {string.Join(", ", open)}.", new ProblemFacts { Questions = [.. open] });
        }

        List<string> stale = [.. ScreeningCatalogue.All
            .Where(question => question.EachDay && screening.Answers.TryGetValue(question.Id, out GivenAnswer? given) && now >= given.At + OfTheDay)
            .Select(question => question.Id)];
        if (stale.Count > 0)
        {
            yield return ScreeningProblems.Expired.With(
                $"To be asked anew on the day of the session: {string.Join(", ", stale)}.", new ProblemFacts { Questions = [.. stale] });
        }
    }

    private static IEnumerable<Problem> OfAnswers(ClinicState state, ScreeningRecord screening, TreatmentIntent intent, DateTimeOffset now) =>
        ScreeningCatalogue.All
            .Where(question => screening.Answers.TryGetValue(question.Id, out GivenAnswer? given) && given.Answer.Yes)
            .Select(question => OfYes(state, screening, question, intent, now))
            .OfType<Problem>();

    private static Problem? OfYes(ClinicState state, ScreeningRecord screening, ScreeningQuestion question, TreatmentIntent intent, DateTimeOffset now)
    {
        GivenAnswer given = screening.Answers[question.Id];
        ProblemFacts about = new() { Questions = [question.Id] };
        return question.Severity switch
        {
            QuestionSeverity.Absolute => ScreeningProblems.Contraindicated.With($"Yes to {question.Id}.", about),
            QuestionSeverity.NeedsClearance => IsCleared(state, question, intent, now)
                ? null : ScreeningProblems.ClearanceNeeded.With($"Yes to {question.Id}, and no clearance for it is valid today.", about),
            QuestionSeverity.Caution => screening.Acknowledgements.TryGetValue(question.Id, out Acknowledgement? weighed) && weighed.Sequence > given.Sequence
                ? null : ScreeningProblems.CautionNotAcknowledged.With($"Yes to {question.Id}: weigh it, and acknowledge it with a reason.", about),
            QuestionSeverity.InZones => InfectedZone(state, given.Answer.Zones ?? [Everywhere], intent) is { } zone
                ? ScreeningProblems.InfectionInZone.With($"Yes to {question.Id} in {zone}.", about with { Zone = zone }) : null,
            QuestionSeverity.Substances => AllergyTo(state, given.Answer.Substances ?? [], intent, about),
            _ => throw new InvalidOperationException($"Question {question.Id} has no severity."),
        };
    }

    private static bool IsCleared(ClinicState state, ScreeningQuestion question, TreatmentIntent intent, DateTimeOffset now) =>
        state.Patients.FileOf(intent.PatientId).Clearances.Any(each => each.Clears(question.Id, DateOnly.FromDateTime(now.UtcDateTime)));

    private static string? InfectedZone(ClinicState state, ImmutableArray<string> zones, TreatmentIntent intent)
    {
        // A plan that is not known treats everywhere, as far as anybody can tell.
        PlanVersion? version = state.Plans.All.GetValueOrDefault(intent.PlanId)?.At(intent.PlanVersion);
        return zones is [Everywhere] || version is null ? Everywhere : version.Zones.Select(zone => zone.Zone).FirstOrDefault(zones.Contains);
    }

    private static Problem? AllergyTo(ClinicState state, ImmutableArray<string> named, TreatmentIntent intent, ProblemFacts about)
    {
        PlanVersion? version = state.Plans.All.GetValueOrDefault(intent.PlanId)?.At(intent.PlanVersion);
        return PlannedProduct.SubstancesOf(state, version, intent.VialId) is not { } held
                ? ScreeningProblems.Allergy.With("The patient reacts to a substance, and what would be injected is not known.", about)
            : Substances.FirstIn(named, held) is { } substance
                ? ScreeningProblems.Allergy.With(
                    "What would be injected holds a substance that the patient named under hypersensitivity.", about with { Substance = substance })
            : null;
    }
}
