using System.Security.Cryptography;
using System.Text;

namespace MesoPen.Host.Calibration;

/// <summary>The key of a site, which signs its certificates: ECDSA on P-256 with SHA-256 (FIPS 186-5).</summary>
internal sealed class SiteKey : IDisposable
{
    private readonly ECDsa _key;

    private SiteKey(ECDsa key)
    {
        _key = key;
        PublicKey = Convert.ToHexStringLower(key.ExportSubjectPublicKeyInfo());
        Fingerprint = FingerprintOf(PublicKey);
    }

    /// <summary>The public half, SubjectPublicKeyInfo, lower-case hexadecimal.</summary>
    public string PublicKey { get; }

    /// <summary>SHA-256 of the public half, 64 lower-case hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>A new key.</summary>
    public static SiteKey Make() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>A key from its private half, PKCS#8 in PEM.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    /// <exception cref="CryptographicException">It is none.</exception>
    public static SiteKey FromPem(string pem)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key.KeySize == 256 ? new SiteKey(key) : throw new CryptographicException("The key is not one on P-256.");
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>The private half, PKCS#8 in PEM.</summary>
    public string ToPem() => _key.ExportPkcs8PrivateKeyPem() + "\n";

    /// <summary>A signature of a text's UTF-8 bytes: r and s, 32 bytes each, lower-case hexadecimal.</summary>
    public string Sign(string text) =>
        Convert.ToHexStringLower(_key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    /// <summary>Whether a signature is that of a text under a public key. False too for what is no key or no signature.</summary>
    public static bool Verify(string publicKey, string text, string signature)
    {
        try
        {
            using ECDsa key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromHexString(publicKey), out _);
            return key.KeySize == 256 && key.VerifyData(
                Encoding.UTF8.GetBytes(text), Convert.FromHexString(signature), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (Exception none) when (none is CryptographicException or FormatException)
        {
            return false;
        }
    }

    /// <summary>Fingerprint of a public key; empty if it is not hexadecimal.</summary>
    public static string FingerprintOf(string publicKey) => publicKey.Length % 2 == 0 && publicKey.All(char.IsAsciiHexDigit)
        ? Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(publicKey)))
        : "";

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();
}
