using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Hysteresis of each needle and point that was reached from both sides, and the play that it means.</summary>
internal static class HysteresisEvaluation
{
    private const double NmPerUm = 1000;

    public static ImmutableArray<HysteresisResult> Of(EvaluationContext context, ImmutableArray<DepthPointResult> depths)
    {
        double rounding = (context.Instrument("gauge")?.Resolution ?? 0) / NmPerUm / Math.Sqrt(6);
        return
        [
            .. depths.GroupBy(each => (each.Needle, each.Stated.Point)).OrderBy(each => each.Key).SelectMany(at =>
            {
                DepthPointResult? leaving = at.FirstOrDefault(each => each.Direction == TravelDirection.Out);
                DepthPointResult? returning = at.FirstOrDefault(each => each.Direction == TravelDirection.Back);
                return leaving is null || returning is null
                    ? Enumerable.Empty<HysteresisResult>()
                    : [new HysteresisResult(
                        at.Key.Point, at.Key.Needle, leaving.Stated.Mean - leaving.Stated.Error, leaving.Stated.Error, returning.Stated.Error,
                        returning.Stated.Error - leaving.Stated.Error,
                        Math.Sqrt(Variance(leaving) + Variance(returning) + (rounding * rounding)))];
            }),
        ];
    }

    /// <summary>Play of each needle: the mean over its points.</summary>
    public static ImmutableArray<BacklashResult> Backlash(
        EvaluationContext context, ImmutableArray<DepthPointResult> depths, ImmutableArray<HysteresisResult> hysteresis) =>
    [
        .. hysteresis.GroupBy(each => each.Needle).OrderBy(each => each.Key).SelectMany(needle =>
        {
            DepthPointResult[] read = [.. depths.Where(each => each.Needle == needle.Key && needle.Any(point => point.Point == each.Stated.Point))];
            return read.Any(each => each.Stated.Count < 2) ? Enumerable.Empty<BacklashResult>() : [Backlash(context, needle.Key, read, [.. needle])];
        }),
    ];

    private static BacklashResult Backlash(EvaluationContext context, int needle, DepthPointResult[] read, HysteresisResult[] points)
    {
        double[] plays = [.. points.Select(each => each.HysteresisUm)];
        double mean = Sample.Mean(plays);

        // Scatter within points, and between them: the larger counts, as the first is in the second if the play is the same everywhere.
        double within = Math.Sqrt(read.Sum(Variance)) / points.Length;
        double between = Sample.Deviation(plays) / Math.Sqrt(points.Length);
        UncertainInput scatter = between > within
            ? new(BudgetSource.Repeatability, true, InputShape.StudentT, 0, between, "µm", points.Length - 1)
            : new(BudgetSource.Repeatability, true, InputShape.StudentT, 0, within, "µm", read.Sum(each => each.Stated.Count - 1));
        double rounding = (context.Instrument("gauge")?.Resolution ?? 0) / NmPerUm / Math.Sqrt(6);
        ImmutableArray<UncertainInput> inputs =
        [
            scatter,
            new(BudgetSource.ReferenceResolution, false, InputShape.Triangular, 0, rounding, "µm", null),
        ];
        (ImmutableArray<BudgetLine> lines, ExpandedUncertainty uncertainty) =
            context.Uncertainty(inputs, x => mean + x[0] + x[1], $"backlash of needle {needle + 1}");
        return new BacklashResult(needle, mean, lines, uncertainty);
    }

    private static double Variance(DepthPointResult point) => point.Stated.StandardDeviation * point.Stated.StandardDeviation / point.Stated.Count;
}
