using System.Globalization;

namespace MesoPen.Host.Calibration;

/// <summary>What stands first: who, what, when, how, the result in short, and who stands for it (ISO/IEC 17025:2017, 7.8.2.1 and 7.8.4.1).</summary>
internal static class FrontSheets
{
    /// <summary>Adds them.</summary>
    public static void Add(SheetStack stack, SignedCertificate signed, FigureIndex figures)
    {
        CalibrationCertificate certificate = signed.Certificate;
        CalibrationData data = certificate.Data;
        stack.Add(24, $"<h1>Calibration certificate</h1><p class=\"number\">{HtmlText.Of(certificate.Number)} · {KindWords(data.Kind)}</p>");
        stack.Table("Identification", [("What", 26), ("Stated", 74)], Identification(certificate).Select(each => (string[])[each.What, each.Stated]));
        SeriesKind last = data.Series.IsEmpty ? SeriesKind.AsFound : data.Series[^1].Kind;
        ResultTables.Short(stack, data, FigureText.Word(last), figures);
        foreach (string id in (string[])["conformity", "decision-rule"])
        {
            if (certificate.Statements.FirstOrDefault(each => each.Id == id) is { } said)
            {
                stack.Paragraph(said.Text, id == "conformity" ? "strong" : "");
            }
        }

        if (figures.Has("range.minimum"))
        {
            stack.Paragraph($"Range that was found right: {figures.Text("range.minimum")} to {figures.Text("range.maximum")}, "
                + $"with an expanded uncertainty of at most {figures.Text("range.expanded")}.");
        }

        stack.Table("Signatures", [("Who", 26), ("Says", 14), ("When", 24), ("Bound to SHA-256", 36)], [Row(certificate.Measured), Row(signed.Authorised)]);
        References(stack, data);
        Environment(stack, data);
        stack.Heading("Statements", 20);
        foreach (CertificateStatement said in certificate.Statements.Where(each => each.Id is not ("conformity" or "decision-rule" or "simulated")))
        {
            stack.Paragraph(said.Text);
        }
    }

    /// <summary>A kind as people read it.</summary>
    public static string KindWords(CalibrationKind kind) => kind switch
    {
        CalibrationKind.Volume => "dose volume, by weighing",
        CalibrationKind.Depth => "needle depth, by gauge",
        _ => "occlusion threshold",
    };

    private static IEnumerable<(string What, string Stated)> Identification(CalibrationCertificate certificate)
    {
        CalibrationData data = certificate.Data;
        CalibratedDevice device = data.Device;
        yield return ("Issued by", certificate.Site);
        yield return ("Laboratory and place", data.Setup.Place);
        yield return ("Customer", data.Setup.Customer);
        yield return ("Item", string.Create(
            CultureInfo.InvariantCulture,
            $"{device.Model}, serial {device.Serial}, firmware {device.Firmware}, "
            + $"{device.Needles} needle{(device.Needles == 1 ? "" : "s")}{(device.Simulated ? ", SIMULATED" : "")}"));
        yield return ("Needle head and cartridge", device.HeadLot ?? "lot not stated");
        yield return ("Condition on receipt", device.Condition);
        yield return ("Received", device.ReceivedOn is { } received ? FigureText.Day(received) : "day not stated");
        yield return ("Calibrated", $"{FigureText.Moment(data.BegunAtUnixMs)} to {FigureText.Moment(data.EndedAtUnixMs)}, calibration {data.CalibrationId}");
        yield return ("Issued", FigureText.Moment(certificate.IssuedAtUnixMs));
        yield return ("Counts until", certificate.ShotsMax is { } shots
            ? string.Create(CultureInfo.InvariantCulture, $"{FigureText.Day(certificate.DueDay)}, or shot counter {shots}")
            : FigureText.Day(certificate.DueDay));
        yield return ("Certificate before", certificate.Previous is { } before
            ? $"{before.Number}, SHA-256 {before.Sha256}"
            : "none of this device and kind at this site");
        yield return ("Mode", Mode(data));
    }

    private static string Mode(CalibrationData data)
    {
        decimal factor = FigureList.FactorOf(data.Kind);
        string unit = FigureList.UnitOf(data.Kind);
        return string.Join("; ", data.Setup.Points.Select(point => string.Create(
            CultureInfo.InvariantCulture,
            $"{FigureText.Exact(point.Nominal, factor)}\u00a0{unit} × {point.Replicates} readings{(data.Kind == CalibrationKind.Volume ? $" of {point.ShotsPerReading} shots" : "")}, "
            + $"tolerance by {point.ToleranceSource}")));
    }

    private static string[] Row(Clinic.People.Signature signature) =>
        [$"{signature.PrintedName} ({signature.PersonId})", signature.Meaning, FigureText.Moment(signature.At.ToUnixTimeMilliseconds()), signature.Sha256];

    private static void References(SheetStack stack, CalibrationData data) => stack.Table(
        "Reference instruments, to which the results are traced",
        [("Role", 12), ("Instrument", 24), ("Serial", 14), ("Certificate", 18), (" U (k)", 18), ("Due", 14)],
        data.Setup.References.Select(each => (string[])
        [
            each.Role, $"{each.Model} ({each.ReferenceId})", each.Serial, each.Certificate,
            $"{ReferenceUnits.Text(each.Role, each.Expanded)} ({FigureText.Exact(each.Coverage, 0.001m)})", FigureText.Day(each.DueDay),
        ]));

    private static void Environment(SheetStack stack, CalibrationData data) => stack.Table(
        "Environment",
        [("When", 26), (" Water, °C", 14), (" Air, °C", 14), (" Pressure, hPa", 16), (" Humidity, %", 14), ("From", 16)],
        data.Environment.Select(each => (string[])
        [
            FigureText.Moment(each.AtUnixMs), FigureText.Exact(each.WaterMilliC, 0.001m), FigureText.Exact(each.AirMilliC, 0.001m),
            FigureText.Exact(each.PressurePa, 0.01m), FigureText.Exact(each.HumidityPermille, 0.1m), each.Source,
        ]));
}
