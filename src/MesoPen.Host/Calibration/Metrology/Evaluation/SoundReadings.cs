using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Readings in the order of time, without those that cannot be: each of those is an objection that forbids a certificate.</summary>
internal static class SoundReadings
{
    public static ImmutableArray<WeighingReading> Weighings(EvaluationContext context, CalibrationSeries series) => Of(
        context, series.Weighings, each => each.AtOrder(), each => (each.Point, each.Replicate, 0, 0), each => each.Point,
        each => each.AfterAtUnixMs >= each.BeforeAtUnixMs && (each.Point < 0 ? each.Shots == 0 : each.Shots > 0));

    public static ImmutableArray<GaugeReading> Gauge(EvaluationContext context, CalibrationSeries series) => Of(
        context, series.Gauge, each => each.AtUnixMs, each => (each.Point, each.Replicate, each.Needle, (int)each.Direction), each => each.Point,
        each => each.Needle >= 0 && each.Needle < context.Data.Device.Needles);

    public static ImmutableArray<OcclusionReading> Occlusions(EvaluationContext context, CalibrationSeries series) => Of(
        context, series.Occlusions, each => each.AtUnixMs, each => (each.Point, each.Replicate, 0, 0), each => each.Point, each => each.Point >= 0);

    private static long AtOrder(this WeighingReading weighing) => weighing.BeforeAtUnixMs;

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
