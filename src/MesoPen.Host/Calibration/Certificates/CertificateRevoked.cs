using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Calibration;

/// <summary>A certificate counts no longer. What was done under it stays as it was.</summary>
/// <param name="By">Who revoked it.</param>
/// <param name="CertificateId">Its number.</param>
/// <param name="Reason">Why.</param>
/// <param name="Signature">Signature under the certificate's hash and the reason.</param>
public sealed record CertificateRevoked(string By, string CertificateId, string Reason, Signature Signature) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => CertificateIssued.StreamOf(CertificateId);
}
