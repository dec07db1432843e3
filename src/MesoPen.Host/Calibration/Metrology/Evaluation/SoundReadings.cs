using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Readings in the order of time, without those that cannot be: each of those is an objection that forbids a certificate.</summary>
internal static class SoundReadings
{
    public static ImmutableArray<WeighingReading> Weighings(EvaluationContext context, CalibrationSeries series) => Of(
        context, series.Weighings, each => each.BeforeAtUnixMs, each => (each.Point, each.Replicate, 0, 0), each => each.Point,
        each => IsTime(each.BeforeAtUnixMs) && IsTime(each.AfterAtUnixMs) && each.AfterAtUnixMs >= each.BeforeAtUnixMs
            && IsNumber(each.BeforeNg) && IsNumber(each.AfterNg) && IsNumber(each.CommandedNl) && each.CommandedNl >= 0
            && (each.Point < 0 ? each.Shots == 0 : each.Shots > 0));

    public static ImmutableArray<GaugeReading> Gauge(EvaluationContext context, CalibrationSeries series) => Of(
        context, series.Gauge, each => each.AtUnixMs, each => (each.Point, each.Replicate, each.Needle, (int)each.Direction), each => each.Point,
        each => IsTime(each.AtUnixMs) && each.Needle >= 0 && each.Needle < context.Data.Device.Needles && IsNumber(each.GaugeNm)
            && IsNumber(each.TargetUm));

    public static ImmutableArray<OcclusionReading> Occlusions(EvaluationContext context, CalibrationSeries series) => Of(
        context, series.Occlusions, each => each.AtUnixMs, each => (each.Point, each.Replicate, 0, 0), each => each.Point,
        each => IsTime(each.AtUnixMs) && each.Point >= 0 && IsNumber(each.DetectedPa) && (each.BolusNl is null || IsNumber(each.BolusNl.Value)));

    /// <summary>Readings of the environment that can be.</summary>
    public static ImmutableArray<EnvironmentReading> Environment(EvaluationContext context) => Of(
        context, context.Data.Environment, each => each.AtUnixMs, each => ((int)(each.AtUnixMs >> 31), (int)(each.AtUnixMs & int.MaxValue), 0, 0),
        _ => -1,
        each => IsTime(each.AtUnixMs) && each.WaterMilliC is > -50_000 and < 150_000 && each.AirMilliC is > -50_000 and < 150_000
            && each.PressurePa is > 10_000 and < 200_000 && each.HumidityPermille is >= 0 and <= 1_000);

    /// <summary>Whether it is a time that calendars know.</summary>
    public static bool IsTime(long unixMs) => unixMs is >= 0 and <= 253_402_300_799_999;

    // A tonne in nanograms: beyond it no reading is one, and sums of such still fit.
    private static bool IsNumber(long value) => value is > -1_000_000_000_000_000 and < 1_000_000_000_000_000;

    private static ImmutableArray<T> Of<T>(
        EvaluationContext context, ImmutableArray<T> readings, Func<T, long> at, Func<T, (int, int, int, int)> identity, Func<T, int> point,
        Func<T, bool> isPossible)
    {
        if (readings.IsDefaultOrEmpty)
        {
            return [];
        }

        ImmutableArray<T>.Builder sound = ImmutableArray.CreateBuilder<T>();
        HashSet<(int, int, int, int)> seen = [];
        foreach (T reading in readings.OrderBy(at))
        {
            if (point(reading) >= context.Setup.Points.Length || !isPossible(reading))
            {
                context.Object(ObjectionKind.ReadingImpossible, $"{reading}", $"This reading cannot be: {reading}.", blocks: true);
            }
            else if (!seen.Add(identity(reading)))
            {
                context.Object(ObjectionKind.ReadingImpossible, $"{reading}", $"This reading was taken twice: {reading}.", blocks: true);
            }
            else
            {
                sound.Add(reading);
            }
        }

        return sound.ToImmutable();
    }
}
