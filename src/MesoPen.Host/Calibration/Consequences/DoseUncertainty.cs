using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>How far a dose may be off, by the certificate of the device.</summary>
/// <param name="Source">Who says so, for people and records.</param>
/// <param name="Points">What the certificate says, in the order of doses; at least one.</param>
public sealed record DoseUncertainty(string Source, ImmutableArray<CertifiedPoint> Points)
{
    /// <summary>By the certificate in force for the volume of a device; null if there is none that states an uncertainty.</summary>
    public static DoseUncertainty? Of(CertificatesState certificates, string serial)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        return certificates.InForce(serial, CalibrationKind.Volume) is { Points.IsEmpty: false } certificate
            ? new DoseUncertainty($"certificate {certificate.Id}: error and expanded uncertainty", [.. certificate.Points.OrderBy(each => each.Nominal)])
            : null;
    }

    /// <summary>
    /// Largest error of one dose, either way, nL: the systematic error, which nobody takes off, with the expanded uncertainty on top (JCGM 100:2008,
    /// F.2.4.5). Between two points the larger of theirs, beyond the last that of the last.
    /// </summary>
    /// <param name="doseNl">The dose, nL.</param>
    public long OfDoseNl(long doseNl)
    {
        int above = Points.TakeWhile(each => each.Nominal < doseNl).Count();
        CertifiedPoint upper = Points[Math.Min(above, Points.Length - 1)];
        CertifiedPoint lower = upper.Nominal == doseNl ? upper : Points[Math.Max(0, above - 1)];
        return Math.Max(Total(lower), Total(upper));
    }

    private static long Total(CertifiedPoint point) => Math.Abs(point.Error) + point.Expanded;
}
