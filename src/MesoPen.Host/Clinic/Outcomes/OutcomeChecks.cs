using System.Globalization;
using MesoPen.Host.Clinic.Patients;

namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>What everything about a patient's outcome must be: each check is null or why not.</summary>
internal static class OutcomeChecks
{
    public const string UnknownPatient = "There is no such patient: look the patient up in the list.";

    /// <summary>A day that can have been, in the patient's life and not later than today wherever on earth.</summary>
    public static Problem? Day(string field, DateOnly day, Patient patient, Actor who) =>
        day > who.Today.AddDays(1) ? ClinicProblems.Invalid.With($"{field} lies in the future: it takes a day that has been.")
        : day.Year < patient.BirthYear ? ClinicProblems.Invalid.With($"{field} lies before the patient's birth: check it.")
        : null;

    /// <summary>A zone's id, if there is one.</summary>
    public static Problem? Zone(string? zone) =>
        zone is not null && !Words.IsId(zone) ? ClinicProblems.Invalid.With($"zone takes the id of a zone of the catalogue: {Words.IdRule}.") : null;

    /// <summary>The patient's own session, if there is one.</summary>
    public static Problem? Session(string? session, string patient, Func<string, TreatedSession?> sessions) =>
        session is null || sessions(session)?.PatientId == patient
            ? null
            : ClinicProblems.Invalid.With("session_id names no treatment of this patient: take it from the patient's sessions.");

    /// <summary>A note, if there is one.</summary>
    public static Problem? Note(string? note) =>
        note is null || Words.IsText(note) ? null : ClinicProblems.Invalid.With(
            $"note takes text of at most {Words.TextMax} characters, without control characters.");

    /// <summary>One line of text.</summary>
    public static Problem? Line(string field, string? text) =>
        text is null || !Words.IsLine(text) ? ClinicProblems.Invalid.With($"{field} takes one line of 1 to {Words.LineMax} characters.") : null;

    /// <summary>An id, if there is one.</summary>
    public static Problem? Id(string field, string? id) =>
        id is not null && !Words.IsId(id) ? ClinicProblems.Invalid.With($"{field} takes {Words.IdRule}.") : null;

    /// <summary>The id of the next thing of a sort. As many digits as make the order of ids the order of time.</summary>
    public static string NextId(string letter, int count) => string.Create(CultureInfo.InvariantCulture, $"{letter}-{count + 1:D8}");
}
