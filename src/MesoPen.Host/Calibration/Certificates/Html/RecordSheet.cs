namespace MesoPen.Host.Calibration;

/// <summary>What stands last: what the certificate can be checked by, and that it ends here.</summary>
internal static class RecordSheet
{
    /// <summary>Adds it.</summary>
    public static void Add(SheetStack stack, SignedCertificate signed)
    {
        CalibrationCertificate certificate = signed.Certificate;
        stack.Heading("To check this certificate", 70);
        stack.Paragraph($"mesopen certificate verify {certificate.Number}.html computes every number anew from the readings in this file, "
            + "without a network or a server, "
            + "makes the whole file anew and compares it byte by byte. Compare the key's fingerprint with the one that the site gives out.");
        stack.Table("Seal", [("What", 26), ("Stated", 74)],
        [
            ["SHA-256 of the record", signed.Sha256],
            ["Signature", signed.Signature],
            ["Algorithm", certificate.Key.Algorithm],
            ["Fingerprint of the key", certificate.Key.Fingerprint],
            ["SHA-256 of the readings as CSV", certificate.ReadingsSha256],
            ["Made by", $"{certificate.Software}, form {certificate.Form}"],
        ]);
        stack.Add(12, "<p class=\"end\">END OF CERTIFICATE</p>");
    }
}
