namespace MesoPen.Host.Calibration;

/// <summary>
/// Whether a record that anybody may have made can be laid out at all: nothing missing in its lists, times that a calendar has, counts that a device can
/// have. What it says is checked after.
/// </summary>
internal static class RecordSense
{
    // More than any head has, and few enough to be counted through.
    private const int NeedlesMost = 1_000;

    private const int MonthsMost = 1_200;

    // With as many months more a calendar still has the day.
    private static readonly long s_latest = new DateTimeOffset(9_800, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>What makes no sense; null if all can be laid out.</summary>
    public static string? Misfit(SignedCertificate signed)
    {
        CalibrationCertificate certificate = signed.Certificate;
        CalibrationData data = certificate.Data;
        bool holes = certificate.Figures.Any(each => each is null) || certificate.Statements.Any(each => each is null) || data.Environment.Any(each => each is null)
            || data.Series.IsEmpty || data.Series.Any(each => each is null || Holes(each)) || data.Setup.Points.Any(each => each is null)
            || data.Setup.References.Any(each => each is null);
        return holes ? "A list in it has a hole, or it has no series."
            : !Times(certificate).All(IsTime) ? "A time in it is none."
            : data.Device.Needles is < 1 or > NeedlesMost || data.Setup.MonthsValid is < 0 or > MonthsMost
                ? "A count in it is beyond what a device or a certificate can have."
            : null;
    }

    private static bool Holes(CalibrationSeries series) =>
        series.Weighings.Any(each => each is null) || series.Gauge.Any(each => each is null) || series.Occlusions.Any(each => each is null);

    private static IEnumerable<long> Times(CalibrationCertificate certificate) =>
    [
        certificate.IssuedAtUnixMs, certificate.Data.BegunAtUnixMs, certificate.Data.EndedAtUnixMs, .. certificate.Data.Environment.Select(each => each.AtUnixMs),
    ];

    private static bool IsTime(long unixMs) => unixMs >= 0 && unixMs < s_latest;
}
