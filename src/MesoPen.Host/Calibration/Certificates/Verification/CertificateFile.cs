using System.Text;
using System.Text.Json;

namespace MesoPen.Host.Calibration;

/// <summary>A file that is to be checked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Form">What it is.</param>
/// <param name="Text">What is in it; empty if that is no UTF-8.</param>
/// <param name="Signed">The certificate in it; null if there is none.</param>
/// <param name="Reason">Why there is none; empty if there is one.</param>
internal sealed record CertificateFile(string Name, CertificateForm Form, string Text, SignedCertificate? Signed, string Reason)
{
    /// <summary>Looks at what a file holds.</summary>
    public static CertificateFile Of(string name, ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return new CertificateFile(name, CertificateForm.Other, "", null, "It is not UTF-8.");
        }

        string? html = CertificateHtml.RecordIn(text);
        string? dcc = html is null && text.StartsWith("<?xml", StringComparison.Ordinal) ? CertificateDcc.RecordIn(text) : null;
        (CertificateForm form, string? record) = html is not null ? (CertificateForm.Html, html)
            : dcc is not null ? (CertificateForm.Dcc, dcc)
            : IsEnvelope(text) ? (CertificateForm.Json, text)
            : (CertificateForm.Other, (string?)null);
        string reason = "It holds no certificate.";
        SignedCertificate? signed = record is null ? null : SignedCertificate.Read(record, out reason);
        return new CertificateFile(name, form, text, signed, reason);
    }

    /// <summary>What the file must be, byte by byte, if it is of a certificate; null if it is none of its forms.</summary>
    public string? MadeAnew(SignedCertificate signed) => Form switch
    {
        CertificateForm.Json => signed.ToJson(),
        CertificateForm.Html => CertificateHtml.Of(signed),
        CertificateForm.Dcc => CertificateDcc.Of(signed),
        _ => null,
    };

    /// <summary>A form that carries no certificate, and what it must be if it is of this one.</summary>
    public static IEnumerable<(string What, string Text)> Companions(SignedCertificate signed) =>
    [
        ("readings as CSV", ReadingsCsv.Of(signed.Certificate.Data)), ("FHIR", CertificateFhir.Of(signed)),
    ];

    private static bool IsEnvelope(string text)
    {
        if (!text.TrimStart().StartsWith('{'))
        {
            return false;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.TryGetProperty("certificate", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
