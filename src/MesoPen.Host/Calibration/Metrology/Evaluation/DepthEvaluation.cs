using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Depths from a gauge.</summary>
internal static class DepthEvaluation
{
    private const double NmPerUm = 1000;

    /// <summary>One for each point, needle and direction that was read; needles without a zero are left out.</summary>
    public static ImmutableArray<DepthPointResult> Of(EvaluationContext context, ImmutableArray<GaugeReading> readings)
    {
        ImmutableArray<DepthPointResult>.Builder results = ImmutableArray.CreateBuilder<DepthPointResult>();
        foreach (IGrouping<int, GaugeReading> needle in readings.GroupBy(each => each.Needle).OrderBy(each => each.Key))
        {
            ImmutableArray<double> zeros = [.. needle.Where(each => each.Point < 0).Select(each => each.GaugeNm / NmPerUm)];
            if (zeros.IsEmpty)
            {
                string name = $"needle {needle.Key + 1}";
                context.Object(ObjectionKind.ZeroMissing, name, $"The zero of {name} at home was not read.", blocks: true);
                continue;
            }

            foreach (IGrouping<(int Point, TravelDirection Direction), GaugeReading> at in needle
                .Where(each => each.Point >= 0)
                .GroupBy(each => (each.Point, each.Direction))
                .OrderBy(each => each.Key))
            {
                results.Add(Point(context, needle.Key, at.Key.Point, at.Key.Direction, zeros, [.. at.OrderBy(each => each.AtUnixMs)]));
            }
        }

        return results.ToImmutable();
    }

    private static DepthPointResult Point(
        EvaluationContext context, int needle, int index, TravelDirection direction, ImmutableArray<double> zeros,
        ImmutableArray<GaugeReading> readings)
    {
        double zero = Sample.Mean(zeros.AsSpan());
        double[] depths = [.. readings.Select(each => (each.GaugeNm / NmPerUm) - zero)];
        double[] errors = [.. readings.Select((each, i) => depths[i] - each.TargetUm)];
        double deviation = Sample.Deviation(errors);
        (ImmutableArray<BudgetLine>, ExpandedUncertainty)? known = null;
        if (context.Instrument("gauge") is { } gauge && depths.Length > 1)
        {
            ImmutableArray<UncertainInput> inputs =
            [
                PointEvaluation.Repeatability(deviation, depths.Length, "µm"),
                .. gauge.Lines(1 / NmPerUm, "µm", 2, deviation, depths.Length),
                Zero(zeros, deviation, depths.Length),
            ];
            double error = Sample.Mean(errors);
            double Error(ReadOnlySpan<double> x) => error + x[0] + x[1] + x[2] + x[3] - x[4];
            string way = direction == TravelDirection.Out ? "out" : "back";
            known = context.Uncertainty(inputs, Error, $"point {index + 1}, needle {needle + 1}, {way}");
        }

        return new DepthPointResult(PointEvaluation.Of(context, index, depths, errors, deviation, known), needle, direction, [.. depths]);
    }

    // A zero that was read once scatters as the point does.
    private static UncertainInput Zero(ImmutableArray<double> zeros, double deviation, int count) => zeros.Length > 1
        ? new(BudgetSource.Zero, true, InputShape.StudentT, 0, Sample.Deviation(zeros.AsSpan()) / Math.Sqrt(zeros.Length), "µm", zeros.Length - 1)
        : new(BudgetSource.Zero, true, InputShape.StudentT, 0, deviation, "µm", count - 1);
}
