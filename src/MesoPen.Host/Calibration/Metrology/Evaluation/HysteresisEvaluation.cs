using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Hysteresis of each needle and point that was reached from both sides, and the play that it means.</summary>
internal static class HysteresisEvaluation
{
    private const double NmPerUm = 1000;

    public static ImmutableArray<HysteresisResult> Of(EvaluationContext context, ImmutableArray<DepthPointResult> depths)
    {
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
                        Math.Sqrt(Variance(leaving) + Variance(returning) + Square(Rounding(context, [leaving, returning]).Standard)))];
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

        // The scatter of readings, unless the play differs from point to point by more than that (F test, 95 %): then it is as uncertain as
        // it differs.
        double within = Math.Sqrt(read.Sum(Variance)) / points.Length;
        int freedom = read.Sum(each => each.Stated.Count - 1);
        double between = Sample.Deviation(plays) / Math.Sqrt(points.Length);
        bool differs = points.Length > 1 && Square(between) > Square(within) * FisherSnedecor.InvCDF(points.Length - 1, freedom, 0.95);
        UncertainInput scatter = new(
            BudgetSource.Repeatability, true, InputShape.StudentT, 0, differs ? between : within, "µm", differs ? points.Length - 1 : freedom);
        ImmutableArray<UncertainInput> inputs = [scatter, Rounding(context, read)];
        (ImmutableArray<BudgetLine> lines, ExpandedUncertainty uncertainty) =
            context.Uncertainty(inputs, x => mean + x[0] + x[1], $"backlash of needle {needle + 1}");
        return new BacklashResult(needle, mean, lines, uncertainty);
    }

    // Two readings for each difference; as many differences as there are readings from one side.
    private static UncertainInput Rounding(EvaluationContext context, DepthPointResult[] read) =>
        (context.Instrument("gauge") ?? new InstrumentUncertainty(0, 0, 0)).Rounding(
            1 / NmPerUm, "µm", 2, Math.Sqrt(read.Average(each => Square(each.Stated.StandardDeviation))), read.Sum(each => each.Stated.Count) / 2);

    private static double Square(double value) => value * value;

    private static double Variance(DepthPointResult point) => point.Stated.StandardDeviation * point.Stated.StandardDeviation / point.Stated.Count;
}
