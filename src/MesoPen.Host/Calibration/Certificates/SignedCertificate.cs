using System.Text.Json;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Calibration;

/// <summary>A certificate with its authorisation, hash and signature: what is kept, handed out and checked.</summary>
/// <param name="Authorised">The authoriser's signature, bound to the certificate.</param>
/// <param name="Certificate">What it says.</param>
/// <param name="Sha256">SHA-256 of the canonical JSON of <c>{authorised, certificate}</c>.</param>
/// <param name="Signature">The site's signature of the same text: r and s, hexadecimal.</param>
public sealed record SignedCertificate(Signature Authorised, CalibrationCertificate Certificate, string Sha256, string Signature)
{
    /// <summary>What the operator signs: the hash of the readings.</summary>
    public static string HashOf(CalibrationData data) => CanonicalJson.Sha256(CanonicalJson.Of(data, ClinicJson.Options));

    /// <summary>What the authoriser signs: the hash of the certificate.</summary>
    public static string HashOf(CalibrationCertificate certificate) => CanonicalJson.Sha256(CanonicalJson.Of(certificate, ClinicJson.Options));

    /// <summary>The text that hash and signature are of.</summary>
    public static string SignedText(Signature authorised, CalibrationCertificate certificate) =>
        CanonicalJson.Of(new { Authorised = authorised, Certificate = certificate }, ClinicJson.Options);

    /// <summary>The whole as it stands in a file: canonical JSON and a line feed.</summary>
    public string ToJson() => CanonicalJson.Of(this, ClinicJson.Options) + "\n";

    /// <summary>Reads one; null if the text is none of this form.</summary>
    /// <param name="json">The text.</param>
    /// <param name="reason">Why not; empty if it is one.</param>
    public static SignedCertificate? Read(string json, out string reason)
    {
        try
        {
            SignedCertificate? read = JsonSerializer.Deserialize<SignedCertificate>(json, ClinicJson.Options);
            reason = read is null ? "It holds nothing."
                : read.Certificate.Form != CalibrationCertificate.CurrentForm ? $"It is of the form {read.Certificate.Form}, which this program does not read."
                : RecordSense.Misfit(read) ?? "";

            // Whoever reads one goes on to its canonical text: what has none is no certificate.
            _ = read?.ToJson();
            return reason.Length == 0 ? read : null;
        }
        catch (Exception none) when (none is JsonException or InvalidOperationException)
        {
            reason = none.Message;
            return null;
        }
    }
}
