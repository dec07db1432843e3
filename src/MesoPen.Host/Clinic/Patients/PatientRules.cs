using System.Collections.Immutable;
using System.Globalization;
using MesoPen.Host.Clinic.Plans;

namespace MesoPen.Host.Clinic.Patients;

/// <summary>Who may become a patient, and how what is known of one changes.</summary>
public static class PatientRules
{
    // A year of birth beyond these is a slip of the pen.
    private const int OldestYears = 130;
    private const int ZonesMax = 64;

    /// <summary>Registers a patient.</summary>
    public static Decision Register(ClinicState state, RegisterPatient asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return state.Patients.All.ContainsKey(asked.PatientId)
            ? ClinicProblems.Exists.With("A patient with this patient_id exists already: look it up.")
            : !Words.IsId(asked.PatientId) ? ClinicProblems.Invalid.With($"patient_id takes {Words.IdRule}.")
            : Wrong(asked.Initials, asked.BirthYear, asked.SkinType, who) is { } wrong ? wrong
            : Decision.Accept(
                asked.PatientId, new PatientRegistered(who.PersonId, asked.PatientId, asked.Initials, asked.BirthYear, asked.Sex, asked.SkinType));
    }

    /// <summary>Puts right what is known of a patient.</summary>
    public static Decision Correct(ClinicState state, string patientId, CorrectPatient asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return Unknown(state, patientId) ?? Wrong(asked.Initials, asked.BirthYear, asked.SkinType, who) ?? NeedsReason(asked.Reason) ?? Decision.Accept(
            patientId, new PatientCorrected(who.PersonId, patientId, asked.Reason, asked.Initials, asked.BirthYear, asked.Sex, asked.SkinType));
    }

    /// <summary>Enters an assessment, or puts one right.</summary>
    public static Decision Assess(ClinicState state, string patientId, Assess asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        Findings findings = asked.Findings;
        Assessment? corrected = state.Patients.FileOf(patientId).Assessments.FirstOrDefault(each => each.Id == asked.Corrects);
        Problem? problem = Unknown(state, patientId)
            ?? (!Words.IsText(findings.PriorProcedures) ? TextWrong("prior_procedures") : null)
            ?? (!Words.IsText(findings.SystemicConditions) ? TextWrong("systemic_conditions") : null)
            ?? (findings.Note is { } note && !Words.IsText(note) ? TextWrong("note") : null)
            ?? (asked.Corrects is not null && corrected is null ? ClinicProblems.Unknown.With("corrects names no assessment of this patient.") : null)
            ?? (corrected?.CorrectedBy is not null ? ClinicProblems.NotNow.With("That assessment was put right already: correct the newer one.") : null)
            ?? (asked.Corrects is null ? null : NeedsReason(asked.Reason ?? ""))
            ?? (asked.Corrects is null && asked.Reason is not null
                ? ClinicProblems.Invalid.With("reason goes with corrects: leave both out or give both.") : null);
        string id = NewId("A", state);
        return problem ?? Decision.Accept(id, new PatientAssessed(who.PersonId, patientId, id, findings, asked.Corrects, asked.Reason));
    }

    /// <summary>Enters another treatment that a patient had.</summary>
    public static Decision Note(ClinicState state, string patientId, NoteOtherTreatment asked, Actor who, HardwareCatalogue hardware)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(hardware);
        Problem? problem = Unknown(state, patientId)
            ?? (asked.Day > who.Today.AddDays(1)
                ? ClinicProblems.Invalid.With("day takes a day that has been: enter a treatment when it was given.") : null)
            ?? (asked.Day < who.Today.AddYears(-OldestYears) ? ClinicProblems.Invalid.With($"day takes a day of the last {OldestYears} years.") : null)
            ?? (asked.Note is { } note && !Words.IsText(note) ? TextWrong("note") : null)
            ?? (asked.Kind == OtherTreatmentKind.Other && string.IsNullOrWhiteSpace(asked.Note)
                ? ClinicProblems.Invalid.With("note says what the treatment was, if kind is other.") : null)
            ?? WrongZones(asked.Zones, hardware);
        string id = NewId("O", state);
        return problem ?? Decision.Accept(
            id, new OtherTreatmentNoted(who.PersonId, patientId, id, asked.Kind, asked.Day, WithAreas(asked.Zones, hardware), asked.Note));
    }

    /// <summary>Says that an entry of another treatment was a mistake.</summary>
    public static Decision WithdrawNote(ClinicState state, string patientId, string entryId, WithdrawEntry asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        OtherTreatment? entry = state.Patients.FileOf(patientId).OtherTreatments.FirstOrDefault(each => each.Id == entryId);
        return entry is null ? ClinicProblems.Unknown.With("There is no such entry of this patient.")
            : entry.Withdrawn is not null ? Decision.Accept(entryId)
            : NeedsReason(asked.Reason) is { } problem ? problem
            : Decision.Accept(entryId, new OtherTreatmentWithdrawn(who.PersonId, patientId, entryId, asked.Reason));
    }

    /// <summary>404 if nobody knows the patient.</summary>
    internal static Problem? Unknown(ClinicState state, string patientId) =>
        state.Patients.All.ContainsKey(patientId) ? null : ClinicProblems.Unknown.With("There is no patient with this id.");

    /// <summary>An id that is new, because no other change is made upon this state, and after all earlier ones in ordinal order.</summary>
    internal static string NewId(string prefix, ClinicState state) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{state.LastSequence + 1:D8}");

    /// <summary>Why a list of zones is refused; null if it is not.</summary>
    internal static Problem? WrongZones(ImmutableArray<string> zones, HardwareCatalogue hardware) =>
        zones.IsDefault || zones.Length > ZonesMax ? ClinicProblems.Invalid.With($"zones takes a list of at most {ZonesMax} zone ids.")
            : zones.Any(zone => zone is null || !hardware.Zones.Zones.ContainsKey(zone))
                ? ClinicProblems.Invalid.With($"zones names a zone that the catalogue does not have: there are {string.Join(", ", hardware.Zones.Zones.Keys)}.")
            : null;

    /// <summary>Zones with all others of their areas: what is in one of an area may be in all of it.</summary>
    internal static ImmutableArray<string> WithAreas(IEnumerable<string> zones, HardwareCatalogue hardware) =>
        [.. zones.SelectMany(hardware.AreaOf).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Why a reason is refused; null if it is not.</summary>
    internal static Problem? NeedsReason(string reason) =>
        Words.IsLine(reason) ? null : ClinicProblems.Invalid.With($"reason takes one line of 1 to {Words.LineMax} characters: say why.");

    /// <summary>A text that cannot be.</summary>
    internal static Problem TextWrong(string name) => ClinicProblems.Invalid.With($"{name} takes at most {Words.TextMax} characters of plain text.");

    private static Problem? Wrong(string initials, int birthYear, int skinType, Actor who)
    {
        int year = who.Today.Year;
        return initials.Length is 0 or > 8 || !initials.All(char.IsLetter) ? ClinicProblems.Invalid.With("initials takes 1 to 8 letters.")
            : birthYear < year - OldestYears || birthYear > year
                ? ClinicProblems.Invalid.With($"birth_year takes {year - OldestYears} to {year}.")
            : skinType is < 1 or > 6 ? ClinicProblems.Invalid.With("skin_type takes 1 to 6, after Fitzpatrick.")
            : null;
    }
}
