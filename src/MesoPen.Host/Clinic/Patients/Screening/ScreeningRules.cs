using System.Collections.Immutable;
using MesoPen.Host.Clinic.Plans;

namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>How a screening is entered. What it forbids: <see cref="Blocks"/>.</summary>
public static partial class ScreeningRules
{
    /// <summary>The word for the whole skin in an answer about zones.</summary>
    public const string Everywhere = "all";

    private const int SubstancesMax = 50;

    // A clearance that counts for longer is a slip of the pen.
    private const int ClearanceDaysMax = 731;

    /// <summary>Enters a screening. A question without an answer is no error here; it blocks treatment until it is asked.</summary>
    public static Decision Take(ClinicState state, string patientId, TakeScreening asked, Actor who, HardwareCatalogue hardware)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(hardware);
        string id = PatientRules.NewId("S", state);
        return PatientRules.Unknown(state, patientId) ?? WrongAnswers(asked, hardware) ?? Decision.Accept(
            id, new ScreeningTaken(who.PersonId, patientId, id, asked.CatalogueVersion, [.. asked.Answers.Select(answer => Complete(answer, hardware))]));
    }

    /// <summary>Enters new answers to some questions of the screening that counts.</summary>
    public static Decision Update(ClinicState state, string patientId, string screeningId, TakeScreening asked, Actor who, HardwareCatalogue hardware)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(hardware);
        return NotNewest(state, patientId, screeningId, out ScreeningRecord? screening)
            ?? (screening?.CatalogueVersion != ScreeningCatalogue.Version ? OfOlderQuestions() : null)
            ?? WrongAnswers(asked, hardware)
            ?? (asked.Answers.Length == 0 ? ClinicProblems.Invalid.With("answers takes at least one answer.") : null)
            ?? Decision.Accept(screeningId, new ScreeningUpdated(
                who.PersonId, patientId, screeningId, [.. asked.Answers.Select(answer => Complete(answer, hardware))]));
    }

    /// <summary>Says that a caution was weighed.</summary>
    public static Decision Acknowledge(ClinicState state, string patientId, string screeningId, AcknowledgeCaution asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return NotNewest(state, patientId, screeningId, out ScreeningRecord? screening)
            ?? (ScreeningCatalogue.ById.GetValueOrDefault(asked.Question)?.Severity != QuestionSeverity.Caution
                ? ClinicProblems.Invalid.With("question takes the id of a caution: nothing else can be acknowledged.") : null)
            ?? (screening!.Answers.GetValueOrDefault(asked.Question)?.Answer.Yes != true
                ? ClinicProblems.NotNow.With("The patient did not say yes to this question: there is nothing to acknowledge.") : null)
            ?? PatientRules.NeedsReason(asked.Reason)
            ?? Decision.Accept(screeningId, new CautionAcknowledged(who.PersonId, patientId, screeningId, asked.Question, asked.Reason));
    }

    /// <summary>Attaches a medical clearance.</summary>
    public static Decision Attach(ClinicState state, string patientId, AttachClearance asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        string id = PatientRules.NewId("M", state);
        return PatientRules.Unknown(state, patientId)
            ?? (ScreeningCatalogue.ById.GetValueOrDefault(asked.Question)?.Severity != QuestionSeverity.NeedsClearance
                ? ClinicProblems.Invalid.With("question takes the id of a question that needs a clearance: nothing else can be cleared.") : null)
            ?? (!Words.IsLine(asked.GivenBy) ? ClinicProblems.Invalid.With("given_by takes one line: name and office of the doctor who gave it.") : null)
            ?? (!Words.IsLine(asked.Reference) ? ClinicProblems.Invalid.With("reference takes one line: where the paper lies.") : null)
            ?? (asked.GivenOn > who.Today.AddDays(1) ? ClinicProblems.Invalid.With("given_on takes a day that has been.") : null)
            ?? (asked.ValidUntil < asked.GivenOn || asked.ValidUntil.DayNumber - asked.GivenOn.DayNumber > ClearanceDaysMax
                ? ClinicProblems.Invalid.With($"valid_until takes a day from given_on to {ClearanceDaysMax} days later.") : null)
            ?? Decision.Accept(id, new ClearanceAttached(
                who.PersonId, patientId, id, asked.Question, asked.GivenBy, asked.GivenOn, asked.ValidUntil, asked.Reference));
    }

    /// <summary>Says that a clearance does not count any more.</summary>
    public static Decision WithdrawClearance(ClinicState state, string patientId, string clearanceId, WithdrawEntry asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        Clearance? clearance = state.Patients.FileOf(patientId).Clearances.FirstOrDefault(each => each.Id == clearanceId);
        return clearance is null ? ClinicProblems.Unknown.With("There is no such clearance of this patient.")
            : clearance.Withdrawn is not null ? Decision.Accept(clearanceId)
            : PatientRules.NeedsReason(asked.Reason) is { } problem ? problem
            : Decision.Accept(clearanceId, new ClearanceWithdrawn(who.PersonId, patientId, clearanceId, asked.Reason));
    }

    private static Problem? NotNewest(ClinicState state, string patientId, string screeningId, out ScreeningRecord? newest)
    {
        newest = state.Patients.ScreeningOf(patientId);
        return state.Patients.FileOf(patientId).Screenings.All(each => each.Id != screeningId)
            ? ClinicProblems.Unknown.With("There is no such screening of this patient.")
            : newest!.Id != screeningId ? ClinicProblems.NotNow.With("A newer screening counts: change that one.")
            : null;
    }

    private static Problem OfOlderQuestions() =>
        ScreeningProblems.Outdated.With($"The questions are at version {ScreeningCatalogue.Version}: take the screening anew.");

    private static Problem? WrongAnswers(TakeScreening asked, HardwareCatalogue hardware)
    {
        if (asked.CatalogueVersion != ScreeningCatalogue.Version)
        {
            return OfOlderQuestions();
        }

        if (asked.Answers.IsDefault
            || asked.Answers.Any(answer => answer is null)
            || asked.Answers.DistinctBy(answer => answer.Question).Count() != asked.Answers.Length)
        {
            return ClinicProblems.Invalid.With("answers takes a list with each question at most once.");
        }

        return asked.Answers.Select(answer => WrongAnswer(answer, hardware)).FirstOrDefault(problem => problem is not null);
    }

    private static Problem? WrongAnswer(ScreeningAnswer answer, HardwareCatalogue hardware)
    {
        if (!ScreeningCatalogue.ById.TryGetValue(answer.Question, out ScreeningQuestion? question))
        {
            return ClinicProblems.Invalid.With("An answer names a question that the screening does not have: read the questions anew.");
        }

        ImmutableArray<string> zones = answer.Zones ?? [];
        ImmutableArray<string> substances = answer.Substances ?? [];
        bool wantsZones = answer.Yes && question.Severity == QuestionSeverity.InZones;
        bool wantsSubstances = answer.Yes && question.Severity == QuestionSeverity.Substances;
        return wantsZones != zones.Length > 0
                ? ClinicProblems.Invalid.With($"zones of {question.Id} {(wantsZones ? $"must name where, or {Everywhere}." : "must be left out.")}")
            : wantsSubstances != substances.Length > 0
                ? ClinicProblems.Invalid.With($"substances of {question.Id} {(wantsSubstances ? "must name each." : "must be left out.")}")
            : substances.Length > SubstancesMax || !substances.All(each => each is not null && Words.IsLine(each) && Substances.IsName(each))
                ? ClinicProblems.Invalid.With($"substances of {question.Id} takes at most {SubstancesMax} names of one line.")
            : answer.Note is { } note && !Words.IsText(note) ? PatientRules.TextWrong("note of " + question.Id)
            : zones is [Everywhere] ? null
            : PatientRules.WrongZones(zones, hardware);
    }

    private static ScreeningAnswer Complete(ScreeningAnswer answer, HardwareCatalogue hardware) =>
        answer.Zones is not { Length: > 0 } zones || zones is [Everywhere] ? answer : answer with { Zones = PatientRules.WithAreas(zones, hardware) };
}
