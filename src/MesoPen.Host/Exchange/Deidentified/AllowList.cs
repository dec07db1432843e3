using System.Globalization;
using System.Text.Json;
using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Clinic.Patients;

namespace MesoPen.Host.Exchange.Deidentified;

/// <summary>
/// Everything that a de-identified export holds. What is not here does not leave: no name, initials, note, description, reference, serial number,
/// lot, station, clinician, instrument or name of a score, and no day of the calendar.
/// </summary>
internal static class AllowList
{
    /// <summary>Patients who were treated.</summary>
    public static IReadOnlyList<AllowedField<Patient>> Patients { get; } =
    [
        new("patient", "patient's id, hashed under this export's key", (patient, veil) => veil.Patient(patient.Id)),
        new("age_years", "year of birth: age at the first session, above 89 as 90+", (patient, veil) => veil.Age(patient)),
        new("sex", "sex", (patient, _) => Word(patient.Sex)),
        new("skin_type", "skin type after Fitzpatrick", (patient, _) => Number(patient.SkinType)),
    ];

    /// <summary>What each zone got in each session.</summary>
    public static IReadOnlyList<AllowedField<(TreatedSession Session, TreatedZone Zone)>> Zones { get; } =
    [
        new("patient", "patient's id, hashed", (each, veil) => veil.Patient(each.Session.PatientId)),
        new("session", "session's id, hashed", (each, veil) => veil.Session(each.Session.Id)),
        new("day", "day of the session, as days since the patient's first session", (each, veil) => veil.Days(each.Session.PatientId, each.Session.Day)),
        new("device_family", "id of the device's profile", (each, _) => each.Session.DeviceFamily),
        new("products", "ids of the products in the cartridge", (each, _) => string.Join('+', each.Session.Lots.Select(lot => lot.ProductId).Distinct())),
        new("zone", "zone, if it is one of the shipped catalogue; else other", (each, _) => KnownZones.Word(each.Zone.Zone)),
        new("shots", "shots delivered", (each, _) => Number(each.Zone.Shots)),
        new("delivered_nl", "volume delivered, nL", (each, _) => Number(each.Zone.DeliveredNl)),
        new("unknown_nl", "volume never settled, nL", (each, _) => Number(each.Zone.UnknownNl)),
    ];

    /// <summary>Outcomes that were not withdrawn.</summary>
    public static IReadOnlyList<AllowedField<Outcome>> Outcomes { get; } =
    [
        new("patient", "patient's id, hashed", (each, veil) => veil.Patient(each.PatientId)),
        new("session", "session's id, hashed", (each, veil) => each.Details.SessionId is { } session ? veil.Session(session) : null),
        new("day", "day of the measurement, as days since the patient's first session", (each, veil) => veil.Days(each.PatientId, each.Details.Day)),
        new("zone", "zone, if it is one of the shipped catalogue; else other", (each, _) => KnownZones.Word(each.Details.Zone)),
        new("measure", "what was measured; a score without its name", (each, _) => Word(each.Details.Measure)),
        new("value", "the value, if it is a decimal", (each, _) => OutcomeRules.IsDecimal(each.Details.Value) ? each.Details.Value : null),
        new("unit", "the unit, if it is one of the known ones", (each, _) => OutcomeUnits.All.Contains(each.Details.Unit) ? each.Details.Unit : null),
    ];

    /// <summary>Adverse events.</summary>
    public static IReadOnlyList<AllowedField<AdverseEvent>> AdverseEvents { get; } =
    [
        new("patient", "patient's id, hashed", (each, veil) => veil.Patient(each.PatientId)),
        new("session", "session's id, hashed", (each, veil) => each.Details.SessionId is { } session ? veil.Session(session) : null),
        new("onset_day", "day of onset, as days since the patient's first session", (each, veil) => veil.Days(each.PatientId, each.Details.OnsetDay)),
        new("resolved_day", "day on which it was over, as days since the patient's first session",
            (each, veil) => each.Details.ResolvedDay is { } day ? veil.Days(each.PatientId, day) : null),
        new("zone", "zone, if it is one of the shipped catalogue; else other", (each, _) => KnownZones.Word(each.Details.Zone)),
        new("serious", "whether it was serious", (each, _) => each.Details.Serious ? "true" : "false"),
        new("severity", "severity", (each, _) => Word(each.Details.Severity)),
        new("relation", "suspected relation", (each, _) => Word(each.Details.Relation)),
        new("outcome", "what became of it", (each, _) => Word(each.Details.Outcome)),
        new("product", "id of the suspected product", (each, _) => each.Details.ProductId),
    ];

    /// <summary>Contacts after sessions.</summary>
    public static IReadOnlyList<AllowedField<FollowUpContact>> FollowUps { get; } =
    [
        new("patient", "patient's id, hashed", (each, veil) => veil.Patient(each.PatientId)),
        new("session", "session's id, hashed", (each, veil) => veil.Session(each.SessionId)),
        new("day_after", "which contact of the schedule, days after the session", (each, _) => Number(each.DayAfter)),
        new("status", "where it stands", (each, _) => Word(each.Status)),
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Word<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
