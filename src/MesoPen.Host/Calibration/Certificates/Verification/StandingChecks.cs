namespace MesoPen.Host.Calibration;

/// <summary>Whose a certificate is, what went before it, and whether it counts: by a pinned key, other files, and the site's journal.</summary>
internal static class StandingChecks
{
    /// <summary>What these checks find.</summary>
    /// <param name="file">The file.</param>
    /// <param name="signed">The certificate in it.</param>
    /// <param name="others">All certificates that were given.</param>
    /// <param name="pinned">Fingerprint of the key that it must be signed by; null if none was given.</param>
    /// <param name="journal">Certificates by the site's journal; null if none was given.</param>
    /// <param name="today">The day.</param>
    public static IEnumerable<CertificateFinding> Of(
        CertificateFile file, SignedCertificate signed, IReadOnlyList<SignedCertificate> others, string? pinned, CertificatesState? journal, DateOnly today)
    {
        CalibrationCertificate certificate = signed.Certificate;
        yield return Key(file, certificate.Key, pinned, journal);
        yield return Chain(file, certificate, others, journal);
        if (journal is not null)
        {
            yield return Journal(file, signed, journal);
        }

        if (certificate.DueDay < today)
        {
            yield return new(file.Name, FindingKind.Note, "terms", $"It counted until {FigureText.Day(certificate.DueDay)} and does so no longer.");
        }

        if (certificate.Data.Device.Simulated)
        {
            yield return new(file.Name, FindingKind.Note, "simulated", "The device was simulated: it says nothing of any real one.");
        }
    }

    private static CertificateFinding Key(CertificateFile file, CertificateKey key, string? pinned, CertificatesState? journal) =>
        pinned is not null && pinned != key.Fingerprint
            ? new(file.Name, FindingKind.Wrong, "key", $"It is signed by the key {key.Fingerprint}, not by {pinned}.")
        : journal is not null && !journal.Keys.ContainsKey(key.Fingerprint)
            ? new(file.Name, FindingKind.Wrong, "key", "The key is none of this site's.")
        : pinned is not null || journal is not null
            ? new(file.Name, FindingKind.Right, "key", pinned is not null ? "It is the key that was asked for." : "The key is one of this site's.")
        : new(
            file.Name, FindingKind.Note, "key", "Whose key it is was not checked: compare the fingerprint with the one that the site gives out, or give it with --key.");

    private static CertificateFinding Chain(
        CertificateFile file, CalibrationCertificate certificate, IReadOnlyList<SignedCertificate> others, CertificatesState? journal)
    {
        if (certificate.Previous is not { } previous)
        {
            return new(file.Name, FindingKind.Right, "chain", "It says that none of this device and kind was issued before it.");
        }

        SignedCertificate? given = others.FirstOrDefault(each => each.Certificate.Number == previous.Number && each.Certificate.Key.Fingerprint == certificate.Key.Fingerprint)
            ?? others.FirstOrDefault(each => each.Certificate.Number == previous.Number);
        string? sha256 = given?.Sha256 ?? journal?.All.GetValueOrDefault(previous.Number)?.Sha256;
        bool same = given is null || (given.Certificate.Data.Device.Serial == certificate.Data.Device.Serial && given.Certificate.Data.Kind == certificate.Data.Kind);
        return sha256 is null
                ? journal is null
                    ? new(file.Name, FindingKind.Note, "chain", $"It names {previous.Number} before it, which was not given: the chain was not checked.")
                    : new(file.Name, FindingKind.Wrong, "chain", $"It names {previous.Number} before it, which this site never issued.")
            : sha256 != previous.Sha256 || !same
                ? new(file.Name, FindingKind.Wrong, "chain", $"{previous.Number} is not the certificate that it names before it.")
            : new(file.Name, FindingKind.Right, "chain", $"{previous.Number} goes before it, and is as it was.");
    }

    private static CertificateFinding Journal(CertificateFile file, SignedCertificate signed, CertificatesState journal)
    {
        string number = signed.Certificate.Number;
        if (!journal.All.TryGetValue(number, out IssuedCertificate? issued))
        {
            return new(file.Name, FindingKind.Wrong, "journal", $"This site issued no certificate {number}.");
        }

        IssuedCertificate? inForce = journal.InForce(issued.Serial, issued.Kind);
        return issued.Sha256 != signed.Sha256
                ? new(file.Name, FindingKind.Wrong, "journal", $"This site issued another certificate under the number {number}.")
            : issued.Revoked
                ? new(file.Name, FindingKind.Wrong, "journal",
                    $"It was revoked on {FigureText.Day(FigureText.DayOf(issued.RevokedAt!.Value.ToUnixTimeMilliseconds()))}: {issued.RevokedFor}")
            : inForce?.Id != number
                ? new(file.Name, FindingKind.Note, "journal", $"It was issued here, and {inForce?.Id} superseded it.")
            : new(file.Name, FindingKind.Right, "journal", "It was issued here and is in force.");
    }
}
