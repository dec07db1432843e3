using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>The plunger's scale that a series of doses asks for.</summary>
internal static class VolumeAdjustment
{
    /// <summary>
    /// What was measured over what was told, each reading with the weight of its inverse square: every dose counts for its relative error.
    /// Null without two readings, or if nothing came out or was told to.
    /// </summary>
    public static AdjustmentProposal? Of(EvaluationContext context, DeviceScale held, ImmutableArray<VolumePointResult> points)
    {
        VolumeReading[] readings = [.. points.SelectMany(each => each.Readings)];

        // Equal doses are to be equal abscissas, whatever the difference has rounded.
        double[] told = [.. readings.Select(each => Math.Round(each.VolumeNl - each.ErrorNl, 6))];
        double[] measured = [.. readings.Select(each => each.VolumeNl)];
        if (readings.Length < 2 || told.Any(each => each <= 0))
        {
            return null;
        }

        double[] weights = [.. told.Select(each => 1 / (each * each))];
        FitResult fit = LeastSquares.Polynomial(told, measured, 1, isThroughOrigin: true, weights);
        FitResult? line = told.Distinct().Count() > 1 ? LeastSquares.Polynomial(told, measured, 1, weights: weights) : null;
        double ratio = fit.Coefficients[0];
        if (ratio <= 0)
        {
            return null;
        }

        double wanted = held.PlungerPpm / ratio;
        bool isWithin = Math.Abs(wanted - DeviceScale.Nominal.PlungerPpm) <= DeviceScale.PpmReach;

        // Beyond the bounds by far it would not fit a whole number either.
        int ppm = (int)Math.Round(Math.Clamp(wanted, 1, 2.0 * DeviceScale.Nominal.PlungerPpm));
        double relative = Math.Sqrt(Square(fit.StandardErrors[0] / ratio) + points.Max(Systematic));
        double k = CoverageFactor.Of(context.Coverage, fit.DegreesOfFreedom);
        return new AdjustmentProposal(
            fit, line, held with { PlungerPpm = ppm }, ppm * relative, 0, 0, Math.Abs(ratio - 1) > k * relative, isWithin,
            [
                .. points.Where(each => !each.Readings.IsEmpty).Select(each => new AdjustmentResidual(
                    each.Stated.Point, null, null, each.Stated.Error,
                    (each.Stated.Mean * ppm / held.PlungerPpm) - (each.Stated.Mean - each.Stated.Error))),
            ]);
    }

    // Relative variance of what all readings of a point share: all of its budget but the scatter.
    private static double Systematic(VolumePointResult point) => point.Stated.Mean <= 0
        ? 0
        : point.Stated.Budget.Where(each => each.Source != BudgetSource.Repeatability).Sum(each => Square(each.Contribution / point.Stated.Mean));

    private static double Square(double value) => value * value;
}
