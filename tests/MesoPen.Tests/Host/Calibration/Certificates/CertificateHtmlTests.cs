using System.Text.RegularExpressions;
using MesoPen.Host.Calibration;

namespace MesoPen.Tests;

public sealed partial class CertificateHtmlTests : IDisposable
{
    private readonly CertificateScene _scene = new();

    public void Dispose() => _scene.Dispose();

    // Aim: each sheet carries the number, its page of how many, and that the device is simulated; the last one says that it is the last.
    [Fact]
    public void Every_sheet_is_numbered_and_says_simulated()
    {
        string html = CertificateHtml.Of(_scene.Issue(SampleCalibration.Volume()));
        string[] sheets = [.. html.Split("<section class=\"sheet\">").Skip(1)];
        Assert.InRange(sheets.Length, 5, 20);
        for (int page = 1; page <= sheets.Length; page++)
        {
            string sheet = sheets[page - 1];
            Assert.Contains($"Page {page} of {sheets.Length}<", sheet, StringComparison.Ordinal);
            Assert.Contains("Calibration certificate <b>C-2031-0001</b>", sheet, StringComparison.Ordinal);
            Assert.Contains("SIMULATED DEVICE", sheet, StringComparison.Ordinal);
            Assert.Equal(page == sheets.Length, sheet.Contains("END OF CERTIFICATE", StringComparison.Ordinal));
        }

        string real = CertificateHtml.Of(_scene.Issue(SampleCalibration.Occlusion()));
        Assert.DoesNotContain("SIMULATED", real, StringComparison.Ordinal);
    }

    // Aim: all that ISO/IEC 17025 asks of a certificate, and what weighing adds, is on it; no conformity with a standard is claimed.
    [Fact]
    public void Contents_are_those_of_17025_and_of_weighing()
    {
        CalibrationData data = SampleCalibration.Volume();
        string html = CertificateHtml.Of(_scene.Issue(data));
        foreach (string needed in (string[])
        [
            "<h1>Calibration certificate</h1>", "Skin Clinic", "MesoPen bench, room 7", "Skin Clinic, room 2", "gun-5, serial MG-0042", "HEAD-31-07",
            "Condition on receipt", "2031-05-05", "2031-05-06 08:00:00 UTC", "Counts until", "Certificate before", "adapted from ISO 8655-6:2022",
            "distilled water", "relate only to the item", "traced to the reference instruments", "ILAC-G8", "coverage factor k", "every point conforms",
            "As found", "As left", "adjusted after the series as found", "Evaporation, by regression", "µL/mg", "CV, %", "Statistical tolerance interval",
            "propagation of distributions", "Uncertainty budget", "E. Ünal (eng)", "S. Second (second)", "measured", "authorised", "10\u00a0µL × 10 readings of 10 shots",
        ])
        {
            Assert.Contains(needed, html, StringComparison.Ordinal);
        }

        foreach (ReferenceInstrument reference in data.Setup.References)
        {
            Assert.Contains($"<td>{reference.Serial}</td><td>{reference.Certificate}</td>", html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("complies", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("in accordance with", html, StringComparison.OrdinalIgnoreCase);
    }

    // Aim: every figure of the record stands on the sheets as printed, so that what is checked is what is seen.
    [Theory]
    [InlineData("volume")]
    [InlineData("depth")]
    [InlineData("occlusion")]
    public void Every_figure_is_printed(string kind)
    {
        SignedCertificate signed = _scene.Issue(kind switch
        {
            "volume" => SampleCalibration.Volume(),
            "depth" => SampleCalibration.Depth(),
            _ => SampleCalibration.Occlusion(),
        });
        string html = CertificateHtml.Of(signed);
        string sheets = html[..html.IndexOf("<script", StringComparison.Ordinal)];
        FigureIndex figures = new(signed.Certificate.Figures);
        string[] missing =
        [
            .. signed.Certificate.Figures
                .Where(each => !sheets.Contains(HtmlText.Of(figures.Text(each.Id)), StringComparison.Ordinal)
                    && !sheets.Contains(HtmlText.Of(figures.Words(each.Id)), StringComparison.Ordinal))
                .Select(each => each.Id),
        ];
        Assert.Empty(missing);
    }

    // Aim: the file needs nothing else and runs nothing: one data block, no other script, no address that a browser would fetch, and a policy that forbids both.
    [Fact]
    public void File_fetches_and_runs_nothing()
    {
        string html = CertificateHtml.Of(_scene.Issue(SampleCalibration.Depth()));
        Assert.Equal("<script type=\"application/json\" id=\"certificate\">", Assert.Single(Script().Matches(html)).Value);
        Assert.Contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(Fetched(), html);
        Assert.Equal(2 + 1 + 1, Regex.Count(html, "<svg "));
    }

    // Aim: what people typed cannot become markup, nor end the data block.
    [Fact]
    public void Hostile_texts_stay_text()
    {
        const string hostile = "</script><script>alert(1)</script><img src=x onerror=y>";
        CalibrationData data = SampleCalibration.Small();
        SignedCertificate signed = _scene.Issue(data with { Setup = data.Setup with { Customer = hostile }, Device = data.Device with { Condition = hostile } });
        string html = CertificateHtml.Of(signed);
        Assert.Single(Script().Matches(html));
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        CertificateFile file = CertificateFile.Of("x.html", System.Text.Encoding.UTF8.GetBytes(html));
        Assert.Equal(hostile, file.Signed!.Certificate.Data.Setup.Customer);
        Assert.DoesNotContain(SealChecks.Of(file, file.Signed), each => each.Kind == FindingKind.Wrong);
    }

    // Aim: the readings' CSV has a line for each reading, and text that a spreadsheet would run is text.
    [Fact]
    public void Readings_as_csv_are_whole_and_harmless()
    {
        CalibrationData data = SampleCalibration.Volume(serial: "=1+1");
        string[] lines = ReadingsCsv.Of(data).Split("\r\n");
        Assert.Equal(1 + data.Environment.Length + data.Series.Sum(each => each.Weighings.Length) + 1, lines.Length);
        Assert.All(lines[1..^1], line => Assert.Contains(",'=1+1,true,", line, StringComparison.Ordinal));
    }

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();

    [GeneratedRegex("(src|href|srcset|action)\\s*=|url\\(|@import|<link|<iframe|<object", RegexOptions.IgnoreCase)]
    private static partial Regex Fetched();
}
