namespace MesoPen.Host.Calibration;

/// <summary>
/// Checks files of certificates. Needs nothing but the files: every printed number is computed anew from the readings in them. Pure; a key, other
/// certificates and the site's journal make it say more.
/// </summary>
/// <param name="evaluate">Evaluates readings: <see cref="CertificateDraft.Of"/>.</param>
/// <param name="pinned">Fingerprint of the key that must have signed; null for any.</param>
/// <param name="journal">Certificates by the site's journal; null if it is not at hand.</param>
/// <param name="today">The day.</param>
internal sealed class CertificateVerification(
    Func<CalibrationData, CertificateDraft> evaluate, string? pinned, CertificatesState? journal, DateOnly today)
{
    /// <summary>What is found in files that belong together: certificates, earlier ones, their readings as CSV, their FHIR.</summary>
    /// <returns>Null if there is no certificate among them, or one of them is broken so that it is none.</returns>
    public IReadOnlyList<CertificateFinding>? Check(IReadOnlyList<CertificateFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        SignedCertificate[] certificates = [.. files.Select(each => each.Signed).OfType<SignedCertificate>()];
        if (certificates.Length == 0 || files.Any(each => each.Signed is null && each.Form != CertificateForm.Other))
        {
            return null;
        }

        List<CertificateFinding> findings = [];
        foreach (CertificateFile file in files)
        {
            if (file.Signed is { } signed)
            {
                findings.AddRange(SealChecks.Of(file, signed));
                findings.AddRange(NumberChecks.Of(file, signed.Certificate, evaluate));
                findings.AddRange(StandingChecks.Of(file, signed, certificates, pinned, journal, today));
            }
            else
            {
                findings.Add(Companion(file, certificates));
            }
        }

        return findings;
    }

    private static CertificateFinding Companion(CertificateFile file, IEnumerable<SignedCertificate> certificates)
    {
        foreach (SignedCertificate signed in certificates)
        {
            foreach ((string what, string text) in CertificateFile.Companions(signed))
            {
                if (text == file.Text)
                {
                    return new(file.Name, FindingKind.Right, "companion", $"It is the {what} of {signed.Certificate.Number}, byte by byte.");
                }
            }
        }

        return new(file.Name, FindingKind.Wrong, "companion", "It is neither a certificate nor the readings or the FHIR of one that was given.");
    }
}
