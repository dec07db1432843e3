namespace MesoPen.Host.Exchange.Csv;

/// <summary>A session as CSV: shot by shot, and zone by zone.</summary>
internal static class SessionCsv
{
    /// <summary>Every shot, in the order of the device's counter.</summary>
    public static string Shots(Dossier dossier) => CsvTable.Of(
        dossier.Shots,
        ("session_id", _ => CsvCell.Text(dossier.SessionId)),
        ("shot", shot => CsvCell.Number(shot.Shot)),
        ("zone", shot => CsvCell.Text(shot.Zone)),
        ("outcome", shot => CsvCell.Text(shot.Outcome)),
        ("partial", shot => CsvCell.Yes(shot.Partial)),
        ("depth_um", shot => CsvCell.Number(shot.DepthUm)),
        ("volume_nl", shot => CsvCell.Number(shot.VolumeNl)),
        ("permit_id", shot => CsvCell.Number(shot.PermitId)),
        ("recorded_at", shot => CsvCell.Instant(shot.At)),
        ("row_hash", shot => CsvCell.Text(shot.Hash)));

    /// <summary>What each zone got, with what it was done: a line says by itself who, what and with which lots.</summary>
    public static string Zones(Dossier dossier) => CsvTable.Of(
        dossier.Zones,
        ("session_id", _ => CsvCell.Text(dossier.SessionId)),
        ("session_outcome", _ => CsvCell.Text(dossier.Outcome)),
        ("patient_id", _ => CsvCell.Text(dossier.Patient.Id)),
        ("clinician_id", _ => CsvCell.Text(dossier.ClinicianId)),
        ("device_serial", _ => CsvCell.Text(dossier.Device?.Serial)),
        ("head_ids", _ => CsvCell.Text(string.Join('+', dossier.Heads.Select(head => head.Id)))),
        ("products", _ => CsvCell.Text(string.Join('+', dossier.Products.Select(product => product.Id)))),
        ("lots", _ => CsvCell.Text(string.Join('+', dossier.Products.Select(product => product.Lot)))),
        ("zone", zone => CsvCell.Text(zone.Zone)),
        ("shots", zone => CsvCell.Number(zone.Shots)),
        ("delivered_nl", zone => CsvCell.Number(zone.DeliveredNl)),
        ("unknown_nl", zone => CsvCell.Number(zone.UnknownNl)),
        ("depth_max_um", zone => CsvCell.Number(zone.DepthMaxUm)),
        ("from", zone => CsvCell.Instant(zone.From)),
        ("to", zone => CsvCell.Instant(zone.To)));
}
