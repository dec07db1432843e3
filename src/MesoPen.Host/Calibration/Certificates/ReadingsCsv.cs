using MesoPen.Host.Exchange.Csv;

namespace MesoPen.Host.Calibration;

/// <summary>All readings of a calibration as one table: the environment first, then each series in the order of work. Units stand in the names.</summary>
internal static class ReadingsCsv
{
    /// <summary>Writes it.</summary>
    public static string Of(CalibrationData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return CsvTable.Of(
            Rows(data),
            ("calibration_id", _ => CsvCell.Text(data.CalibrationId)),
            ("device_serial", _ => CsvCell.Text(data.Device.Serial)),
            ("simulated", _ => CsvCell.Yes(data.Device.Simulated)),
            ("record", row => CsvCell.Text(row.Record)),
            ("series", row => row.Series is { } series ? CsvCell.Word(series) : CsvCell.Text(null)),
            ("point", row => CsvCell.Number(row.Point)),
            ("replicate", row => CsvCell.Number(row.Replicate)),
            ("at_unix_ms", row => CsvCell.Number(row.AtUnixMs)),
            ("water_millic", row => CsvCell.Number(row.Environment?.WaterMilliC)),
            ("air_millic", row => CsvCell.Number(row.Environment?.AirMilliC)),
            ("pressure_pa", row => CsvCell.Number(row.Environment?.PressurePa)),
            ("humidity_permille", row => CsvCell.Number(row.Environment?.HumidityPermille)),
            ("source", row => CsvCell.Text(row.Environment?.Source)),
            ("shots", row => CsvCell.Number(row.Weighing?.Shots)),
            ("commanded_nl", row => CsvCell.Number(row.Weighing?.CommandedNl)),
            ("reported_nl", row => CsvCell.Number(row.Weighing?.ReportedNl)),
            ("before_ng", row => CsvCell.Number(row.Weighing?.BeforeNg)),
            ("before_at_unix_ms", row => CsvCell.Number(row.Weighing?.BeforeAtUnixMs)),
            ("after_ng", row => CsvCell.Number(row.Weighing?.AfterNg)),
            ("needle", row => CsvCell.Number(row.Gauge?.Needle)),
            ("direction", row => row.Gauge is { } gauge ? CsvCell.Word(gauge.Direction) : CsvCell.Text(null)),
            ("target_um", row => CsvCell.Number(row.Gauge?.TargetUm)),
            ("gauge_nm", row => CsvCell.Number(row.Gauge?.GaugeNm)),
            ("detected_pa", row => CsvCell.Number(row.Occlusion?.DetectedPa)),
            ("after_ms", row => CsvCell.Number(row.Occlusion?.AfterMs)),
            ("bolus_nl", row => CsvCell.Number(row.Occlusion?.BolusNl)));
    }

    private static IEnumerable<ReadingsRow> Rows(CalibrationData data) =>
    [
        .. data.Environment.Select(each => new ReadingsRow("environment", null, null, null, each.AtUnixMs) { Environment = each }),
        .. data.Series.SelectMany(series => series.Weighings.Select(each =>
            new ReadingsRow(each.Shots == 0 ? "blank" : "weighing", series.Kind, each.Point, each.Replicate, each.AfterAtUnixMs) { Weighing = each })
            .Concat(series.Gauge.Select(each =>
                new ReadingsRow(each.Point < 0 ? "zero" : "gauge", series.Kind, each.Point, each.Replicate, each.AtUnixMs) { Gauge = each }))
            .Concat(series.Occlusions.Select(each =>
                new ReadingsRow("occlusion", series.Kind, each.Point, each.Replicate, each.AtUnixMs) { Occlusion = each }))),
    ];
}
