using System.Collections.Immutable;
using MesoPen.Kernel;

namespace MesoPen.Host.Calibration;

/// <summary>The ranges that a device was calibrated in, as limits of the kernel: a plan beyond one is refused, never clamped (SR-194).</summary>
public static class CalibratedLimits
{
    // As many digits of the hash as tell certificates apart on paper.
    private const int VersionDigits = 12;

    /// <summary>Lowest and highest dose and needle length of the certificates in force; none for a kind without one.</summary>
    /// <param name="certificates">The site's.</param>
    /// <param name="serial">Serial number of the device.</param>
    public static ImmutableArray<Limit> Of(CertificatesState certificates, string serial)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        return
        [
            .. Of(certificates.InForce(serial, CalibrationKind.Volume), LimitKind.DoseMin, LimitKind.DoseMax),
            .. Of(certificates.InForce(serial, CalibrationKind.Depth), LimitKind.NeedleLengthMin, LimitKind.NeedleLengthMax),
        ];
    }

    private static ImmutableArray<Limit> Of(IssuedCertificate? certificate, LimitKind least, LimitKind most)
    {
        if (certificate is null)
        {
            return [];
        }

        string reference = $"certificate {certificate.Id} of {certificate.Serial}";
        string version = certificate.Sha256[..VersionDigits];
        return
        [
            new Limit(least, null, certificate.RangeMin, LimitSource.Calibration, reference, version),
            new Limit(most, null, certificate.RangeMax, LimitSource.Calibration, reference, version),
        ];
    }
}
