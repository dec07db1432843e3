using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>A key of this site signs certificates from now on. Its private half stays in the data folder of the station that made it.</summary>
/// <param name="By">In whose name it was needed first.</param>
/// <param name="Station">Id of the station.</param>
/// <param name="Fingerprint">SHA-256 of the public key, 64 lower-case hexadecimal digits.</param>
/// <param name="PublicKey">The public key, SubjectPublicKeyInfo (RFC 5480, P-256), hexadecimal.</param>
public sealed record SiteKeyMade(string By, string Station, string Fingerprint, string PublicKey) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "site/key";
}
