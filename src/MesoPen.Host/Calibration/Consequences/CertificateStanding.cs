using System.Globalization;
using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>
/// Whether a device may be used, by the certificate of one kind that the site has issued for it. Pure: everything that it depends on is handed in.
/// </summary>
/// <param name="Kind">What was calibrated.</param>
/// <param name="State">How it stands.</param>
/// <param name="Certificate">The certificate that this is about; null if there is none.</param>
/// <param name="Sentence">Which certificate, since when, and what to do; null if nothing stands against the device.</param>
public sealed record CertificateStanding(CalibrationKind Kind, CertificateState State, IssuedCertificate? Certificate, string? Sentence)
{
    private const string Anew = "Calibrate the device anew.";

    /// <summary>Whether nothing is armed by this.</summary>
    public bool Refuses => State is not (CertificateState.None or CertificateState.InForce);

    /// <summary>How a device stands in all kinds.</summary>
    /// <param name="certificates">The site's.</param>
    /// <param name="held">What the device says.</param>
    /// <param name="today">The day, UTC.</param>
    public static IEnumerable<CertificateStanding> OfAll(CertificatesState certificates, HeldCalibration held, DateOnly today) =>
        Enum.GetValues<CalibrationKind>().Select(kind => Of(kind, certificates, held, today));

    /// <summary>The first that refuses, in the order of kinds; null if none does.</summary>
    /// <inheritdoc cref="OfAll" path="/param"/>
    public static CertificateStanding? Refusing(CertificatesState certificates, HeldCalibration held, DateOnly today) =>
        OfAll(certificates, held, today).FirstOrDefault(each => each.Refuses);

    /// <summary>
    /// How a certificate stands by what the site knows, as if its device held it: what the device holds is found out when it is connected.
    /// </summary>
    /// <param name="state">The clinic. The highest shot counter that the device told in a session counts.</param>
    /// <param name="certificate">The certificate.</param>
    /// <param name="today">The day, UTC.</param>
    public static CertificateState Listed(ClinicState state, IssuedCertificate certificate, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(certificate);
        if (certificate.Revoked)
        {
            return CertificateState.Revoked;
        }

        if (state.Certificates.InForce(certificate.Serial, certificate.Kind)?.Id != certificate.Id)
        {
            return CertificateState.Superseded;
        }

        long heard = state.Treatments.All.Values.Where(each => each.DeviceKnown?.Serial == certificate.Serial)
            .Select(each => each.DeviceKnown!.ShotCounter).DefaultIfEmpty(0).Max();
        HeldCalibration held = new(certificate.Serial, certificate.Scale, certificate.DeviceMark, heard);
        return Of(certificate.Kind, state.Certificates, held, today).State;
    }

    /// <summary>How a device stands in one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="certificates">The site's.</param>
    /// <param name="held">What the device says.</param>
    /// <param name="today">The day, UTC.</param>
    public static CertificateStanding Of(CalibrationKind kind, CertificatesState certificates, HeldCalibration held, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentNullException.ThrowIfNull(held);
        if (!certificates.Knows(held.Serial, kind))
        {
            return new CertificateStanding(kind, CertificateState.None, null, null);
        }

        IssuedCertificate? marked = MarkedBy(certificates, held);
        if (marked is { Revoked: true } gone && gone.Kind == kind)
        {
            return RevokedOne(gone);
        }

        if (certificates.InForce(held.Serial, kind) is not { } counts)
        {
            return RevokedOne(certificates.Newest(held.Serial, kind)!);
        }

        if (today > counts.DueDay)
        {
            return Refuse(counts, CertificateState.Expired, $"{Name(counts)} counted until {Day(counts.DueDay)}, and it is {Day(today)}. {Anew}");
        }

        if (counts.ShotsMax is { } most && held.ShotCounter >= most)
        {
            return Refuse(
                counts, CertificateState.Worn,
                $"{Name(counts)} counts up to shot {Number(most)} of the device's life, and it has given {Number(held.ShotCounter)}. {Anew}");
        }

        if (CertificateDrift.Of(certificates, counts) is { } drift)
        {
            return Refuse(
                counts, CertificateState.Drifted,
                $"The control chart of the certificates before {counts.Id} says since {Day(drift.Since)} that the device has changed: {drift.Rule}. "
                    + "Adjust the device and calibrate it anew.");
        }

        return Difference(counts, marked, held) is { } difference
            ? Refuse(counts, CertificateState.Superseded, difference)
            : new CertificateStanding(kind, CertificateState.InForce, counts, null);
    }

    private static IssuedCertificate? MarkedBy(CertificatesState certificates, HeldCalibration held) => held.Certificate is not { } mark ? null
        : certificates.All.Values.FirstOrDefault(each => each.Serial == held.Serial && each.DeviceMark == mark);

    /// <summary>
    /// A device holds one mark for all its kinds: that of the certificate that was set last. So the others stand as long as the part of the adjustment
    /// that they speak of is what they were measured under.
    /// </summary>
    private static string? Difference(IssuedCertificate counts, IssuedCertificate? marked, HeldCalibration held)
    {
        string remedy = $"Set the adjustment of {counts.Id} in the device, or calibrate it anew.";
        if (held.Certificate is null)
        {
            return $"The device holds no certificate: it was adjusted, or is another's, since {Dated(counts)}. {remedy}";
        }

        if (marked is null)
        {
            return $"The device holds a certificate that this site does not know ({held.Certificate}); {Dated(counts)} is in force. "
                + remedy;
        }

        if (marked.Kind == counts.Kind && marked.Id != counts.Id)
        {
            return $"The device holds {marked.Id}, which {counts.Id} superseded{(IsDated(counts) ? " on " + Day(counts.IssuedAt) : "")}. {remedy}";
        }

        bool same = counts.Kind switch
        {
            CalibrationKind.Volume => counts.Scale.PlungerPpm == held.Scale.PlungerPpm,
            CalibrationKind.Depth => counts.Scale with { PlungerPpm = 0 } == held.Scale with { PlungerPpm = 0 },
            _ => true,
        };
        return same ? null : $"The device was adjusted since {Dated(counts)} was measured. {remedy}";
    }

    private static CertificateStanding RevokedOne(IssuedCertificate gone) => Refuse(
        gone, CertificateState.Revoked,
        $"{Name(gone)} was revoked on {Day(gone.RevokedAt!.Value)} by {gone.RevokedBy}: {gone.RevokedFor!.TrimEnd('.')}. {Anew}");

    private static CertificateStanding Refuse(IssuedCertificate certificate, CertificateState state, string sentence) =>
        new(certificate.Kind, state, certificate, sentence);

    private static string Name(IssuedCertificate certificate) =>
        $"Certificate {certificate.Id} ({certificate.Kind.ToString().ToLowerInvariant()}, device {certificate.Serial})";

    // A file of certificates may leave out when one was issued (CertificatesFile): then no day is said.
    private static bool IsDated(IssuedCertificate certificate) => certificate.IssuedAt > DateTimeOffset.UnixEpoch;

    private static string Dated(IssuedCertificate certificate) => IsDated(certificate) ? $"{certificate.Id} of {Day(certificate.IssuedAt)}" : certificate.Id;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset time) => Day(DateOnly.FromDateTime(time.UtcDateTime));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
