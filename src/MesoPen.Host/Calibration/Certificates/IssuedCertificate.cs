using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>A certificate as it stands now. The document itself is in its row of the journal.</summary>
/// <param name="Id">Its number.</param>
/// <param name="CalibrationId">Calibration that it certifies.</param>
/// <param name="Model">Id of the device's profile.</param>
/// <param name="Serial">Serial number of the device.</param>
/// <param name="Kind">What was calibrated.</param>
/// <param name="Sha256">Hash of its content.</param>
/// <param name="KeyFingerprint">Key that signed it.</param>
/// <param name="IssuedAt">When, UTC.</param>
/// <param name="AuthorisedBy">Who authorised it.</param>
/// <param name="DueDay">Last day on which it counts.</param>
/// <param name="ShotsMax">The device's lifetime shot counter may not pass this; null if only the date counts.</param>
/// <param name="RangeMin">Smallest value that was calibrated: nL, µm or kPa.</param>
/// <param name="RangeMax">Largest value that was calibrated, in the same unit.</param>
/// <param name="Scale">Adjustment that the device held when it was measured as left.</param>
/// <param name="Points">What it says of each point.</param>
/// <param name="Version">Sequence of the last event about it.</param>
public sealed record IssuedCertificate(
    string Id, string CalibrationId, string Model, string Serial, CalibrationKind Kind, string Sha256, string KeyFingerprint, DateTimeOffset IssuedAt,
    string AuthorisedBy, DateOnly DueDay, long? ShotsMax, long RangeMin, long RangeMax, DeviceScale Scale, ImmutableArray<CertifiedPoint> Points, long Version)
{
    /// <summary>Who revoked it; null if nobody did.</summary>
    public string? RevokedBy { get; init; }

    /// <summary>When it was revoked, UTC.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Why it was revoked.</summary>
    public string? RevokedFor { get; init; }

    /// <summary>Somebody revoked it.</summary>
    public bool Revoked => RevokedBy is not null;

    /// <summary>The first 16 bytes of the hash, as the device holds them; 32 lower-case hexadecimal digits.</summary>
    public string DeviceMark => Sha256[..32];
}
