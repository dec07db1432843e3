using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>One series of any kind.</summary>
internal static class SeriesEvaluation
{
    /// <param name="context">The evaluation.</param>
    /// <param name="series">The series.</param>
    /// <param name="environment">Readings of the environment, in the order of time.</param>
    public static SeriesResult Of(EvaluationContext context, CalibrationSeries series, ImmutableArray<EnvironmentReading> environment) =>
        context.Data.Kind switch
        {
            CalibrationKind.Volume => Volume(context, series, environment),
            CalibrationKind.Depth => Depth(context, series),
            _ => Occlusion(context, series),
        };

    /// <summary>The statements that a verdict and a range are made of. A shot is given on the way out: the way back is stated, not judged.</summary>
    public static IEnumerable<PointResult> Judged(SeriesResult series) =>
    [
        .. series.Volume.Select(each => each.Stated),
        .. series.Depth.Where(each => each.Direction == TravelDirection.Out).Select(each => each.Stated),
        .. series.Occlusion.Select(each => each.Stated),
    ];

    private static SeriesResult Volume(EvaluationContext context, CalibrationSeries series, ImmutableArray<EnvironmentReading> environment)
    {
        ImmutableArray<WeighingReading> weighings = SoundReadings.Weighings(context, series);
        if (environment.IsEmpty)
        {
            return Empty(series);
        }

        WeighingRoom room = new(context, environment, weighings);
        DataObjections.Weighings(context, series.Kind, room);
        ImmutableArray<VolumePointResult> points =
        [
            .. context.Setup.Points.Select((_, index) =>
                VolumeEvaluation.Of(context, room, index, [.. weighings.Where(each => each.Point == index)])),
        ];
        foreach (VolumePointResult point in points)
        {
            DataObjections.Count(context, series.Kind, point.Stated.Point, $"Point {point.Stated.Point + 1}", point.Stated.Count);
            DataObjections.Chart(context, series.Kind, point.Stated.Point, point.Chart);
        }

        return Judge(Empty(series) with
        {
            Conditions = room.Conditions(),
            Volume = points,
            Adjustment = VolumeAdjustment.Of(context, series.Scale, points),
        });
    }

    private static SeriesResult Depth(EvaluationContext context, CalibrationSeries series)
    {
        ImmutableArray<DepthPointResult> depths = DepthEvaluation.Of(context, SoundReadings.Gauge(context, series));
        ImmutableArray<HysteresisResult> hysteresis = HysteresisEvaluation.Of(context, depths);
        ImmutableArray<BacklashResult> plays = HysteresisEvaluation.Backlash(context, depths, hysteresis);
        for (int needle = 0; needle < context.Data.Device.Needles; needle++)
        {
            for (int index = 0; index < context.Setup.Points.Length; index++)
            {
                int count = depths
                    .Where(each => each.Needle == needle && each.Stated.Point == index && each.Direction == TravelDirection.Out)
                    .Sum(each => each.Stated.Count);
                DataObjections.Count(context, series.Kind, index, $"Point {index + 1} of needle {needle + 1}", count);
            }
        }

        return Judge(Empty(series) with
        {
            Depth = depths,
            Hysteresis = hysteresis,
            Backlash = plays,
            Adjustment = DepthAdjustment.Of(context, series.Scale, depths, plays),
        });
    }

    private static SeriesResult Occlusion(EvaluationContext context, CalibrationSeries series)
    {
        ImmutableArray<OcclusionReading> readings = SoundReadings.Occlusions(context, series);
        ImmutableArray<OcclusionPointResult> points =
        [
            .. context.Setup.Points.Select((_, index) => OcclusionEvaluation.Of(context, index, [.. readings.Where(each => each.Point == index)])),
        ];
        foreach (OcclusionPointResult point in points)
        {
            DataObjections.Count(context, series.Kind, point.Stated.Point, $"Point {point.Stated.Point + 1}", point.Stated.Count);
            DataObjections.Chart(context, series.Kind, point.Stated.Point, point.Chart);
        }

        return Judge(Empty(series) with { Occlusion = points });
    }

    private static SeriesResult Empty(CalibrationSeries series) =>
        new(series.Kind, series.Scale, null, [], [], [], [], [], null, Verdict.Undecided);

    private static SeriesResult Judge(SeriesResult series) => series with { Verdict = Decision.Worst(Judged(series).Select(each => each.Verdict)) };
}
