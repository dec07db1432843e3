using System.Collections.Immutable;
using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>The certificates of the site, and the keys that signed them.</summary>
public sealed record CertificatesState
{
    /// <summary>Before the first event.</summary>
    public static CertificatesState Empty { get; } = new();

    /// <summary>By number.</summary>
    public ImmutableSortedDictionary<string, IssuedCertificate> All { get; private init; } =
        ImmutableSortedDictionary<string, IssuedCertificate>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Public keys of the site by their fingerprint.</summary>
    public ImmutableSortedDictionary<string, string> Keys { get; private init; } =
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    // Numbers in the order of issue: the last is in force, unless it was revoked.
    private ImmutableDictionary<(string Serial, CalibrationKind Kind), ImmutableArray<string>> Issued { get; init; } =
        ImmutableDictionary<(string, CalibrationKind), ImmutableArray<string>>.Empty;

    /// <summary>All of a device and kind, oldest first.</summary>
    public IEnumerable<IssuedCertificate> Of(string serial, CalibrationKind kind) =>
        Issued.TryGetValue((serial, kind), out ImmutableArray<string> ids) ? ids.Select(id => All[id]) : [];

    /// <summary>The newest of a device and kind, revoked or not; null if there is none. The next one's chain goes on from it.</summary>
    public IssuedCertificate? Newest(string serial, CalibrationKind kind) => Of(serial, kind).LastOrDefault();

    /// <summary>
    /// The one that counts for a device and kind, though it may be past its day: the newest; null if there is none, or if that was revoked. What an older one
    /// said is not known to be true of the device any more.
    /// </summary>
    public IssuedCertificate? InForce(string serial, CalibrationKind kind) => Newest(serial, kind) is { Revoked: false } newest ? newest : null;

    /// <summary>Whether the site ever issued one for a device and kind: else the device's own due day alone rules.</summary>
    public bool Knows(string serial, CalibrationKind kind) => Issued.ContainsKey((serial, kind));

    /// <summary>Whether a certificate in force for a device counts shots.</summary>
    public bool CountsShots(string serial) => Enum.GetValues<CalibrationKind>().Any(kind => InForce(serial, kind)?.ShotsMax is not null);

    /// <summary>Number of the certificate of a calibration; null if it has none.</summary>
    public string? OfCalibration(string calibrationId) => All.Values.FirstOrDefault(each => each.CalibrationId == calibrationId)?.Id;

    /// <summary>The state after one more event.</summary>
    public CertificatesState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Event switch
        {
            CertificateIssued e => this with
            {
                All = All.SetItem(e.CertificateId, new IssuedCertificate(
                    e.CertificateId, e.CalibrationId, e.Model, e.Serial, e.Kind, e.Sha256, e.KeyFingerprint, fact.At, e.By, e.DueDay, e.ShotsMax, e.RangeMin,
                    e.RangeMax, e.Scale, e.Points, fact.Sequence)),
                Issued = Issued.SetItem(
                    (e.Serial, e.Kind), [.. Issued.GetValueOrDefault((e.Serial, e.Kind), []), e.CertificateId]),
            },
            CertificateRevoked e when All.TryGetValue(e.CertificateId, out IssuedCertificate? was) => this with
            {
                All = All.SetItem(e.CertificateId, was with { RevokedBy = e.By, RevokedAt = fact.At, RevokedFor = e.Reason, Version = fact.Sequence }),
            },
            SiteKeyMade e => this with { Keys = Keys.SetItem(e.Fingerprint, e.PublicKey) },
            _ => this,
        };
    }
}
