using System.Collections.Immutable;
using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>A calibration certificate was authorised and signed: it is in force for its device and kind from now on.</summary>
/// <param name="By">Who authorised it.</param>
/// <param name="CertificateId">Its number, unique at this site.</param>
/// <param name="CalibrationId">Calibration that it certifies.</param>
/// <param name="Model">Id of the device's profile.</param>
/// <param name="Serial">Serial number of the device.</param>
/// <param name="Kind">What was calibrated.</param>
/// <param name="Sha256">Hash of its content, 64 lower-case hexadecimal digits.</param>
/// <param name="PreviousSha256">Hash of the certificate before it of the same device and kind; null for the first.</param>
/// <param name="KeyFingerprint">Fingerprint of the site's key that signed it.</param>
/// <param name="DueDay">Last day on which it counts.</param>
/// <param name="ShotsMax">The device's lifetime shot counter may not pass this; null if only the date counts.</param>
/// <param name="RangeMin">Smallest value that was calibrated: nL, µm or kPa.</param>
/// <param name="RangeMax">Largest value that was calibrated, in the same unit.</param>
/// <param name="Scale">Adjustment that the device held when it was measured as left.</param>
/// <param name="Points">What it says of each point.</param>
/// <param name="Document">The certificate itself, canonical JSON with hash and signature.</param>
public sealed record CertificateIssued(
    string By, string CertificateId, string CalibrationId, string Model, string Serial, CalibrationKind Kind, string Sha256, string? PreviousSha256,
    string KeyFingerprint, DateOnly DueDay, long? ShotsMax, long RangeMin, long RangeMax, DeviceScale Scale, ImmutableArray<CertifiedPoint> Points,
    string Document) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => StreamOf(CertificateId);

    /// <summary>Stream of a certificate.</summary>
    public static string StreamOf(string certificateId) => "certificate/" + certificateId;
}
