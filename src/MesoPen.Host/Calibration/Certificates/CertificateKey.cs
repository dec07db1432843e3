namespace MesoPen.Host.Calibration;

/// <summary>The public half of the key that signed a certificate.</summary>
/// <param name="Algorithm">Always <c>ECDSA-P256-SHA256</c>.</param>
/// <param name="Fingerprint">SHA-256 of the public key.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, hexadecimal.</param>
public sealed record CertificateKey(string Algorithm, string Fingerprint, string PublicKey)
{
    /// <summary>The one algorithm of this form.</summary>
    public const string Ecdsa = "ECDSA-P256-SHA256";
}
