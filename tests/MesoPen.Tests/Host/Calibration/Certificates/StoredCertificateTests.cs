using System.Text;
using MesoPen.Host.Calibration;
using MesoPen.Tests.Walls;

namespace MesoPen.Tests;

/// <summary>
/// Certificates that an earlier build issued and that stand in docs/calibration: whoever changes a sum, a digit or a sheet without a new form or method finds
/// here that certificates in people's hands would no longer be right. MESOPEN_WRITE_CERTIFICATES=1 issues them anew.
/// </summary>
public sealed class StoredCertificateTests
{
    // Aim: what was issued stays right.
    [Theory]
    [InlineData("volume")]
    [InlineData("depth")]
    public void Certificate_that_was_issued_is_still_right(string kind)
    {
        string path = Path.Combine(Repository.Root, "docs/calibration", kind + ".html");
        if (Environment.GetEnvironmentVariable("MESOPEN_WRITE_CERTIFICATES") == "1")
        {
            using CertificateScene scene = new();
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, CertificateHtml.Of(scene.Issue(kind == "volume" ? SampleCalibration.Volume() : SampleCalibration.Depth())), new UTF8Encoding(false));
        }

        CertificateFile file = CertificateFile.Of(kind, File.ReadAllBytes(path));
        CertificateVerification verification = new(CertificateDraft.Of, null, null, new DateOnly(2031, 6, 1));
        Assert.DoesNotContain(verification.Check([file])!, each => each.Kind == FindingKind.Wrong);
    }
}
