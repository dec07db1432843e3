using MesoPen.Host.Calibration;

namespace MesoPen.Host.Cli;

/// <summary>A certificate as plain text: the result in short.</summary>
internal static class CertificateText
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, string standing, IssuedCertificate issued, SignedCertificate signed)
    {
        CalibrationCertificate certificate = signed.Certificate;
        CalibrationData data = certificate.Data;
        FigureIndex figures = new(certificate.Figures);
        if (data.Device.Simulated)
        {
            output.WriteLine(CertificateStatements.Simulated);
        }

        output.WriteLine($"Certificate {issued.Id}, {FrontSheets.KindWords(data.Kind)}: {standing}.");
        output.WriteLine($"Device {PlainText.Of(issued.Model)}, serial {PlainText.Of(issued.Serial)}, firmware {PlainText.Of(data.Device.Firmware)}.");
        output.WriteLine($"Issued {FigureText.Moment(certificate.IssuedAtUnixMs)}, "
            + $"authorised by {PlainText.Of(signed.Authorised.PrintedName)}, measured by {PlainText.Of(certificate.Measured.PrintedName)}.");
        output.WriteLine($"Counts until {FigureText.Day(issued.DueDay)}{(issued.ShotsMax is { } shots ? $" or shot counter {FigureText.Whole(shots)}" : "")}.");
        if (issued.Revoked)
        {
            output.WriteLine($"Revoked by {PlainText.Of(issued.RevokedBy)} "
                + $"on {FigureText.Day(DateOnly.FromDateTime(issued.RevokedAt!.Value.UtcDateTime))}: {PlainText.Of(issued.RevokedFor)}");
        }

        string series = FigureText.Word(data.Series[^1].Kind);
        TextTable table = new("Point", "Mean", "Error", "U", "k", "Tolerance ±", "Conformity");
        foreach ((string id, string name) in ResultTables.Places(data, series, figures))
        {
            table.Add(
                name, figures.Text(id + ".mean"), figures.Text(id + ".error"), figures.Text(id + ".expanded"), figures.Value(id + ".k"),
                figures.Text(id + ".tolerance"), figures.Words(id + ".verdict"));
        }

        table.Write(output);
        output.WriteLine($"SHA-256 {issued.Sha256}");
        output.WriteLine($"Key     {issued.KeyFingerprint}");
    }
}
