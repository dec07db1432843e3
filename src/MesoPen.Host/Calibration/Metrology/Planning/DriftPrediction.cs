using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Due date from drift: a straight line through what earlier calibrations found, and the interval in which the next will lie.</summary>
public static class DriftPrediction
{
    private const double DaysPerYear = 365.25;

    /// <summary>Null with fewer than three calibrations on different days: two leave no residual to judge by.</summary>
    /// <param name="history">As found, since the last adjustment.</param>
    /// <param name="tolerance">Largest error, either way.</param>
    /// <param name="confidence">Of the prediction interval, 0 to 1.</param>
    /// <param name="from">First day that may be named.</param>
    /// <param name="horizonDays">How far to look.</param>
    public static DriftForecast? Of(ImmutableArray<DriftPoint> history, double tolerance, double confidence, DateOnly from, int horizonDays)
    {
        if (history.Length < 3 || history.Select(each => each.Day).Distinct().Count() < 3)
        {
            return null;
        }

        int first = history.Min(each => each.Day).DayNumber;
        double[] days = [.. history.Select(each => (double)(each.Day.DayNumber - first))];
        FitResult fit = LeastSquares.Polynomial(days, [.. history.Select(each => each.Error)], 1);

        // Points that lie on a line by chance do not make the instrument better than its calibrations were.
        double scatter = Math.Max(fit.ResidualDeviation, Math.Sqrt(history.Average(each => each.Standard * each.Standard)));
        double k = CoverageFactor.Of(confidence, fit.DegreesOfFreedom);
        double middle = days.Average();
        double squares = days.Sum(each => (each - middle) * (each - middle));
        DateOnly? leaves = null;
        for (int i = 0; i <= horizonDays && leaves is null; i++)
        {
            double day = from.DayNumber + i - first;
            double expected = fit.Coefficients[0] + (fit.Coefficients[1] * day);
            double half = k * scatter * Math.Sqrt(1 + (1.0 / days.Length) + ((day - middle) * (day - middle) / squares));
            leaves = Math.Abs(expected) + half > tolerance ? from.AddDays(i) : null;
        }

        return new DriftForecast(leaves, fit.Coefficients[1] * DaysPerYear, fit, confidence);
    }
}
