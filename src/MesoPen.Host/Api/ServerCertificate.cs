using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MesoPen.Host.Input;

namespace MesoPen.Host.Api;

/// <summary>The certificate with which the API speaks HTTPS.</summary>
internal static class ServerCertificate
{
    /// <summary>From PEM files, or a PKCS #12 file without a password.</summary>
    /// <exception cref="InputException">There is none, or it cannot be used.</exception>
    public static X509Certificate2 Load(ApiOptions options)
    {
        string file = options.Certificate
            ?? throw new InputException("settings", 0, "An https:// address needs a certificate: name its file with Api:Certificate.");
        try
        {
            X509Certificate2 certificate = options.CertificateKey is { } key
                ? X509Certificate2.CreateFromPemFile(file, key)
                : X509CertificateLoader.LoadPkcs12FromFile(file, password: null);
            return certificate.HasPrivateKey ? certificate : throw new InputException(file, 0, "The certificate has no private key: name its file with Api:CertificateKey.");
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, 0, "The certificate cannot be read: use a PEM file with its key (Api:CertificateKey), or a PKCS #12 file without a password.", failure);
        }
    }
}
