using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Outcomes;

namespace MesoPen.Host.Exchange.Csv;

/// <summary>Lists of the clinic as CSV. They name patients by the clinic's id and hold free text: for the auditor alone.</summary>
internal static class ListCsv
{
    /// <summary>Names of the lists.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sessions", "outcomes", "adverse-events", "follow-ups"];

    /// <summary>One of the lists; null if there is none of that name.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="sessions">Its treatment sessions.</param>
    /// <param name="list">Name of the list.</param>
    /// <param name="today">Day for which the follow-up list holds.</param>
    public static string? Of(ClinicState state, IReadOnlyList<TreatedSession> sessions, string list, DateOnly today) => list switch
    {
        "sessions" => Sessions(sessions),
        "outcomes" => Outcomes(state.Outcomes),
        "adverse-events" => AdverseEvents(state.Outcomes),
        "follow-ups" => FollowUps(FollowUpList.Of(state.Outcomes, sessions, today)),
        _ => null,
    };

    private static string Sessions(IEnumerable<TreatedSession> sessions) => CsvTable.Of(
        sessions,
        ("session_id", each => CsvCell.Text(each.Id)),
        ("day", each => CsvCell.Day(each.Day)),
        ("patient_id", each => CsvCell.Text(each.PatientId)),
        ("clinician_id", each => CsvCell.Text(each.ClinicianId)),
        ("station", each => CsvCell.Text(each.Station)),
        ("device_family", each => CsvCell.Text(each.DeviceFamily)),
        ("device_serial", each => CsvCell.Text(each.DeviceSerial)),
        ("head_ids", each => CsvCell.Text(string.Join('+', each.HeadIds))),
        ("products", each => CsvCell.Text(string.Join('+', each.Lots.Select(lot => lot.ProductId)))),
        ("lots", each => CsvCell.Text(string.Join('+', each.Lots.Select(lot => lot.Lot)))),
        ("zones", each => CsvCell.Text(string.Join('+', each.Zones.Select(zone => zone.Zone)))),
        ("shots", each => CsvCell.Number(each.Zones.Sum(zone => zone.Shots))),
        ("delivered_nl", each => CsvCell.Number(each.Zones.Sum(zone => zone.DeliveredNl))),
        ("unknown_nl", each => CsvCell.Number(each.Zones.Sum(zone => zone.UnknownNl))));

    private static string Outcomes(OutcomesState outcomes) => CsvTable.Of(
        outcomes.Measured.Values,
        ("outcome_id", each => CsvCell.Text(each.Id)),
        ("patient_id", each => CsvCell.Text(each.PatientId)),
        ("session_id", each => CsvCell.Text(each.Details.SessionId)),
        ("day", each => CsvCell.Day(each.Details.Day)),
        ("zone", each => CsvCell.Text(each.Details.Zone)),
        ("measure", each => CsvCell.Word(each.Details.Measure)),
        ("score_name", each => CsvCell.Text(each.Details.ScoreName)),

        // A decimal by its rule, so a minus before it is a sign and no formula.
        ("value", each => OutcomeRules.IsDecimal(each.Details.Value) ? new CsvCell(each.Details.Value) : CsvCell.Text(each.Details.Value)),
        ("unit", each => CsvCell.Text(each.Details.Unit)),
        ("instrument", each => CsvCell.Text(each.Details.Instrument)),
        ("withdrawn", each => CsvCell.Yes(each.Withdrawn)),
        ("note", each => CsvCell.Text(each.Details.Note)));

    private static string AdverseEvents(OutcomesState outcomes) => CsvTable.Of(
        outcomes.AdverseEvents.Values,
        ("adverse_event_id", each => CsvCell.Text(each.Id)),
        ("patient_id", each => CsvCell.Text(each.PatientId)),
        ("onset_day", each => CsvCell.Day(each.Details.OnsetDay)),
        ("resolved_day", each => CsvCell.Day(each.Details.ResolvedDay)),
        ("serious", each => CsvCell.Yes(each.Details.Serious)),
        ("severity", each => CsvCell.Word(each.Details.Severity)),
        ("relation", each => CsvCell.Word(each.Details.Relation)),
        ("outcome", each => CsvCell.Word(each.Details.Outcome)),
        ("zone", each => CsvCell.Text(each.Details.Zone)),
        ("session_id", each => CsvCell.Text(each.Details.SessionId)),
        ("first_shot", each => CsvCell.Number(each.Details.FirstShot)),
        ("last_shot", each => CsvCell.Number(each.Details.LastShot)),
        ("product_id", each => CsvCell.Text(each.Details.ProductId)),
        ("lot", each => CsvCell.Text(each.Details.Lot)),
        ("head_id", each => CsvCell.Text(each.Details.HeadId)),
        ("device_serial", each => CsvCell.Text(each.Details.DeviceSerial)),
        ("description", each => CsvCell.Text(each.Details.Description)));

    private static string FollowUps(IEnumerable<FollowUpContact> contacts) => CsvTable.Of(
        contacts,
        ("session_id", each => CsvCell.Text(each.SessionId)),
        ("patient_id", each => CsvCell.Text(each.PatientId)),
        ("day_after", each => CsvCell.Number(each.DayAfter)),
        ("due_day", each => CsvCell.Day(each.DueDay)),
        ("status", each => CsvCell.Word(each.Status)),
        ("tries", each => CsvCell.Number(each.Entries.Count)));
}
