namespace MesoPen.Host.Calibration;

/// <summary>The forms in which a certificate leaves the house, all made from its one record.</summary>
internal static class CertificateForms
{
    /// <summary>By name: what makes it, and its type as HTTP says it.</summary>
    public static IReadOnlyDictionary<string, (Func<SignedCertificate, string> Make, string ContentType)> All { get; } =
        new Dictionary<string, (Func<SignedCertificate, string>, string)>
        {
            ["html"] = (CertificateHtml.Of, "text/html"),
            ["json"] = (signed => signed.ToJson(), "application/json"),
            ["csv"] = (signed => ReadingsCsv.Of(signed.Certificate.Data), "text/csv"),
            ["dcc"] = (CertificateDcc.Of, "application/xml"),
            ["fhir"] = (CertificateFhir.Of, "application/fhir+json"),
        };
}
