using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Calibration;

/// <summary>Whether a file is what was sealed: its form byte by byte, its hash, its signature, the signatures of people in it.</summary>
internal static class SealChecks
{
    /// <summary>What these checks find in a file that holds a certificate.</summary>
    public static IEnumerable<CertificateFinding> Of(CertificateFile file, SignedCertificate signed)
    {
        CalibrationCertificate certificate = signed.Certificate;
        string text = SignedCertificate.SignedText(signed.Authorised, certificate);
        yield return Form(file, signed);
        string sha256 = CanonicalJson.Sha256(text);
        yield return sha256 == signed.Sha256
            ? new(file.Name, FindingKind.Right, "hash", $"SHA-256 is {sha256}.")
            : new(file.Name, FindingKind.Wrong, "hash", $"SHA-256 is {sha256}, and the file says {signed.Sha256}: something was changed.");
        bool named = certificate.Key.Algorithm == CertificateKey.Ecdsa && SiteKey.FingerprintOf(certificate.Key.PublicKey) == certificate.Key.Fingerprint;
        yield return named && SiteKey.Verify(certificate.Key.PublicKey, text, signed.Signature)
            ? new(file.Name, FindingKind.Right, "signature", $"Signed by the key {certificate.Key.Fingerprint}.")
            : new(file.Name, FindingKind.Wrong, "signature", named
                ? "The signature is not that of the key in the file."
                : "The key in the file is not the one that its fingerprint names.");
        yield return People(file, signed);
    }

    private static CertificateFinding Form(CertificateFile file, SignedCertificate signed)
    {
        string made = file.MadeAnew(signed) ?? "";
        return made == file.Text
            ? new(file.Name, FindingKind.Right, "form", "Made anew from the record in it, the file is the same, byte by byte.")
            : new(
                file.Name, FindingKind.Wrong, "form",
                $"Made anew from the record in it, "
                + $"the file is another from line {FirstDifference(made, file.Text)} on: what it shows is not what it holds.");
    }

    private static CertificateFinding People(CertificateFile file, SignedCertificate signed)
    {
        Signature measured = signed.Certificate.Measured;
        Signature authorised = signed.Authorised;
        string? wrong = measured.Meaning != CertificateRules.MeasuredMeaning || measured.Sha256 != SignedCertificate.HashOf(signed.Certificate.Data)
                ? "The operator's signature is not under these readings."
            : authorised.Meaning != CertificateRules.AuthorisedMeaning || authorised.Sha256 != SignedCertificate.HashOf(signed.Certificate)
                ? "The authoriser's signature is not under this certificate."
            : measured.PersonId == authorised.PersonId ? "One person measured and authorised." : null;
        return wrong is null
            ? new(file.Name, FindingKind.Right, "people", $"Measured by {measured.PrintedName}, authorised by {authorised.PrintedName}.")
            : new(file.Name, FindingKind.Wrong, "people", wrong);
    }

    private static int FirstDifference(string made, string found)
    {
        int same = made.AsSpan().CommonPrefixLength(found);
        return 1 + made.AsSpan(0, same).Count('\n');
    }
}
