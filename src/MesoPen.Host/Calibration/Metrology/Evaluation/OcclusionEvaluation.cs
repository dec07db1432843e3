using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Thresholds of occlusion from tries against a closed way out.</summary>
internal static class OcclusionEvaluation
{
    private const double PaPerKpa = 1000;

    /// <summary>One point, from its tries in the order of time.</summary>
    public static OcclusionPointResult Of(EvaluationContext context, int index, ImmutableArray<OcclusionReading> readings)
    {
        long nominal = context.Setup.Points[index].Nominal;
        double[] thresholds = [.. readings.Select(each => each.DetectedPa / PaPerKpa)];
        double[] errors = [.. thresholds.Select(each => each - nominal)];
        double deviation = thresholds.Length == 0 ? 0 : Sample.Deviation(thresholds);
        (ImmutableArray<BudgetLine>, ExpandedUncertainty)? known = null;
        if (context.Instrument("pressure") is { } manometer && thresholds.Length > 1)
        {
            double error = Sample.Mean(errors);
            ImmutableArray<UncertainInput> inputs =
            [
                PointEvaluation.Repeatability(deviation, thresholds.Length, "kPa"),
                .. manometer.Lines(1 / PaPerKpa, "kPa", 1, deviation, thresholds.Length),
            ];
            known = context.Uncertainty(inputs, x => error + x[0] + x[1] + x[2] + x[3], $"point {index + 1}");
        }

        double[] boluses = [.. readings.Where(each => each.BolusNl is not null).Select(each => (double)each.BolusNl!.Value)];
        return new OcclusionPointResult(
            PointEvaluation.Of(context, index, thresholds, errors, deviation, known), [.. thresholds],
            readings.IsEmpty ? 0 : readings.Average(each => (double)each.AfterMs), readings.IsEmpty ? 0 : readings.Max(each => each.AfterMs),
            boluses.Length == 0 ? null : Sample.Mean(boluses), boluses.Length == 0 ? null : boluses.Max(),
            ControlCharts.IndividualsOf([.. thresholds]));
    }
}
