using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>What is stated of any point, from its readings and its budget.</summary>
internal static class PointEvaluation
{
    /// <summary>Share of single shots that a tolerance interval holds, as ISO 11608-1:2022 asks at the standard atmosphere.</summary>
    public const double Content = 0.975;

    /// <summary>Confidence of that.</summary>
    public const double Confidence = 0.95;

    /// <summary>Repeatability of a mean: s/√n, with n − 1 degrees of freedom.</summary>
    /// <param name="deviation">s.</param>
    /// <param name="count">n, at least two.</param>
    /// <param name="unit">Unit.</param>
    public static UncertainInput Repeatability(double deviation, int count, string unit) => new(
        BudgetSource.Repeatability, true, InputShape.StudentT, 0, deviation / Math.Sqrt(count), unit, count - 1);

    /// <summary>The statement of a point.</summary>
    /// <param name="context">The evaluation.</param>
    /// <param name="index">Of the point.</param>
    /// <param name="values">Measured.</param>
    /// <param name="errors">Measured less told, in the same order.</param>
    /// <param name="shotDeviation">Standard deviation of a single shot.</param>
    /// <param name="known">Budget and uncertainty; null if nothing can be said.</param>
    public static PointResult Of(
        EvaluationContext context, int index, ReadOnlySpan<double> values, ReadOnlySpan<double> errors, double shotDeviation,
        (ImmutableArray<BudgetLine> Lines, ExpandedUncertainty Uncertainty)? known)
    {
        CalibrationPoint point = context.Setup.Points[index];
        DecisionRule rule = context.Setup.Rule;
        double mean = values.IsEmpty ? 0 : Sample.Mean(values);
        double error = errors.IsEmpty ? 0 : Sample.Mean(errors);
        double deviation = values.IsEmpty ? 0 : Sample.Deviation(values);
        double? expanded = known?.Uncertainty.Expanded;
        return new PointResult(
            index, point.Nominal, point.Tolerance, values.Length, mean, error, point.Nominal == 0 ? null : 100 * error / point.Nominal, deviation,
            mean > 0 ? 100 * deviation / mean : null, known?.Lines ?? [], known?.Uncertainty, Interval(point, values.Length, mean, shotDeviation),
            Decision.Acceptance(rule, point.Tolerance, expanded ?? point.Tolerance), Decision.On(rule, error, point.Tolerance, expanded));
    }

    private static ToleranceInterval? Interval(CalibrationPoint point, int count, double mean, double shotDeviation)
    {
        if (count < 2)
        {
            return null;
        }

        double k = ToleranceFactor.TwoSided(count, Content, Confidence);
        double low = mean - (k * shotDeviation);
        double high = mean + (k * shotDeviation);
        return new ToleranceInterval(
            Content, Confidence, k, low, high, low >= point.Nominal - point.Tolerance && high <= point.Nominal + point.Tolerance);
    }
}
