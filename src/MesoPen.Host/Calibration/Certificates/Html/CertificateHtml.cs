using System.Globalization;
using System.Text;

namespace MesoPen.Host.Calibration;

/// <summary>
/// A certificate as one HTML file that needs nothing else: sheets of A4, pictures inside, no script that runs. It carries the record that it was made
/// from in a data block, so it can be checked by itself: made anew from that record it must be the same, byte by byte.
/// </summary>
internal static class CertificateHtml
{
    private const string BlockBegins = "<script type=\"application/json\" id=\"certificate\">";
    private const string BlockEnds = "</script>";

    /// <summary>The file.</summary>
    public static string Of(SignedCertificate signed)
    {
        ArgumentNullException.ThrowIfNull(signed);
        CalibrationCertificate certificate = signed.Certificate;
        FigureIndex figures = new(certificate.Figures);
        SheetStack stack = new();
        FrontSheets.Add(stack, signed, figures);
        foreach (CalibrationSeries series in certificate.Data.Series)
        {
            SeriesSheets.Add(stack, certificate, series, figures);
        }

        RecordSheet.Add(stack, signed);
        StringBuilder html = new();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>Calibration certificate {HtmlText.Of(certificate.Number)}</title>\n<style>\n")
            .Append(CertificateStyle.Css.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n");
        string[] sheets = [.. stack.Sheets];
        for (int place = 0; place < sheets.Length; place++)
        {
            Sheet(html, signed, sheets[place], place + 1, sheets.Length);
        }

        // Nothing in a string of JSON needs a "<" as it stands, and an escaped one cannot end the block.
        string block = signed.ToJson().TrimEnd('\n').Replace("<", "\\u003c", StringComparison.Ordinal);
        return html.Append(BlockBegins).Append(block).Append(BlockEnds).Append("\n</body>\n</html>\n").ToString();
    }

    /// <summary>The record in a file; null if there is none.</summary>
    public static string? RecordIn(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        int begins = html.LastIndexOf(BlockBegins, StringComparison.Ordinal);
        int ends = begins < 0 ? -1 : html.IndexOf(BlockEnds, begins, StringComparison.Ordinal);
        return ends < 0 ? null : html[(begins + BlockBegins.Length)..ends];
    }

    private static void Sheet(StringBuilder html, SignedCertificate signed, string content, int page, int pages)
    {
        CalibrationCertificate certificate = signed.Certificate;
        CalibratedDevice device = certificate.Data.Device;
        html.Append("<section class=\"sheet\">\n<div class=\"head\"><span>Calibration certificate <b>")
            .Append(HtmlText.Of(certificate.Number)).Append("</b></span><span>").Append(HtmlText.Of($"{device.Model}, serial {device.Serial}"))
            .Append("</span></div>\n");
        if (device.Simulated)
        {
            html.Append("<div class=\"simulated\">SIMULATED DEVICE — says nothing of any real one</div>\n");
        }

        html.Append(content).Append(CultureInfo.InvariantCulture, $"<div class=\"foot\"><span>{HtmlText.Of(certificate.Site)}</span>")
            .Append(CultureInfo.InvariantCulture, $"<span>SHA-256 {HtmlText.Of(signed.Sha256.Length > 16 ? signed.Sha256[..16] : signed.Sha256)}…</span>")
            .Append(CultureInfo.InvariantCulture, $"<span>Page {page} of {pages}</span></div>\n</section>\n");
    }
}
