using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Tests.Host.Calibration;

/// <summary>Certificates of a device, as a site's events would have made them.</summary>
internal static class IssuedForTests
{
    public const string Serial = "MP-0007";

    public static DateTimeOffset At { get; } = new(2031, 1, 10, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A hash that is told apart by its first digits.</summary>
    public static string Sha(int number) => number.ToString("x8", System.Globalization.CultureInfo.InvariantCulture) + new string('0', 24) + new string('a', 32);

    public static CertificateIssued Issued(
        string id, int hash, CalibrationKind kind = CalibrationKind.Volume, DeviceScale? scale = null, long? shotsMax = null, params CertifiedPoint[] points) => new(
        "ada", id, "run-" + id, "gun-5", Serial, kind, Sha(hash), null, "key", new DateOnly(2031, 12, 31), shotsMax, 5000, 100_000,
        scale ?? DeviceScale.Nominal, [.. points], "{}");

    public static CertificateRevoked Revoked(string id) =>
        new("ben", id, "the balance was out of order", new Signature("ben", "Ben", At.AddDays(5), "revoked", "00"));

    /// <summary>All of them, a day apart.</summary>
    public static CertificatesState Of(params ClinicEvent[] events) => events.Select((each, place) => new ClinicFact(place + 1, At.AddDays(place), each))
        .Aggregate(CertificatesState.Empty, (state, fact) => state.Apply(fact));

    public static HeldCalibration Holding(int? hash, DeviceScale? scale = null, long shots = 1000) =>
        new(Serial, scale ?? DeviceScale.Nominal, hash is { } number ? Sha(number)[..32] : null, shots);
}
