using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;

namespace MesoPen.Host.Api;

/// <summary>A certificate as it stands.</summary>
/// <param name="CertificateId">Its number.</param>
/// <param name="CalibrationId">Calibration that it certifies.</param>
/// <param name="Model">Profile of the device.</param>
/// <param name="Serial">Its serial number.</param>
/// <param name="Kind">What was calibrated.</param>
/// <param name="Standing">in-force, soon (its last day is near), expired, worn, drifted, superseded or revoked; what the device holds is found out when it is connected.</param>
/// <param name="IssuedAt">When, UTC.</param>
/// <param name="AuthorisedBy">Who authorised it.</param>
/// <param name="DueDay">Last day on which it counts.</param>
/// <param name="ShotsMax">The device's lifetime shot counter may not pass this; null if only the date counts.</param>
/// <param name="RangeMin">Smallest value that was calibrated: nL, µm or kPa.</param>
/// <param name="RangeMax">Largest value.</param>
/// <param name="Scale">Adjustment that the device held.</param>
/// <param name="Points">What it says of each point.</param>
/// <param name="Sha256">Hash of its content.</param>
/// <param name="KeyFingerprint">Key that signed it.</param>
/// <param name="RevokedBy">Who revoked it.</param>
/// <param name="RevokedAt">When, UTC.</param>
/// <param name="RevokedFor">Why.</param>
public sealed record CertificateView(
    string CertificateId, string CalibrationId, string Model, string Serial, CalibrationKind Kind, string Standing, DateTimeOffset IssuedAt, string AuthorisedBy,
    DateOnly DueDay, long? ShotsMax, long RangeMin, long RangeMax, DeviceScale Scale, ImmutableArray<CertifiedPoint> Points, string Sha256,
    string KeyFingerprint, string? RevokedBy, DateTimeOffset? RevokedAt, string? RevokedFor)
{
    /// <summary>The view of one.</summary>
    public static CertificateView Of(ClinicState state, IssuedCertificate each, DateOnly today, int warningDays)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(each);
        CertificateState listed = CertificateStanding.Listed(state, each, today);
        string standing = listed == CertificateState.InForce && each.DueDay.DayNumber - today.DayNumber <= warningDays ? "soon" : FigureText.Word(listed);
        return new CertificateView(
            each.Id, each.CalibrationId, each.Model, each.Serial, each.Kind, standing, each.IssuedAt, each.AuthorisedBy, each.DueDay,
            each.ShotsMax, each.RangeMin, each.RangeMax, each.Scale, each.Points, each.Sha256, each.KeyFingerprint, each.RevokedBy, each.RevokedAt, each.RevokedFor);
    }
}
