using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using MathNet.Numerics.RootFinding;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>
/// Exact factors k of normal tolerance intervals x̄ ± k·s (ISO 16269-6:2014; R. E. Odeh and D. B. Owen, Tables for Normal Tolerance Limits, 1980).
/// Both are integrals over the sample mean of the probability that the sample's deviation is large enough; they are integrated as they stand.
/// </summary>
public static class ToleranceFactor
{
    // The sample mean of a standard normal lies within ten of its deviations but for 10⁻²³.
    private const double Reach = 10;
    private const int Nodes = 128;

    /// <summary>Two-sided: at least <paramref name="content"/> of the population lies in x̄ ± k·s, with <paramref name="confidence"/>.</summary>
    /// <param name="count">Readings, at least two.</param>
    /// <param name="content">0 to 1, both excluded.</param>
    /// <param name="confidence">0 to 1, both excluded.</param>
    public static double TwoSided(int count, double content, double confidence)
    {
        Check(count, content, confidence);
        double root = Math.Sqrt(count);
        GaussLegendreRule rule = new(0, Reach / root, Nodes);
        double[] needed = [.. rule.Abscissas.Select(mean => HalfWidth(mean, content))];
        double[] weights = [.. rule.Abscissas.Zip(rule.Weights, (mean, weight) => 2 * weight * root * Normal.PDF(0, 1, mean * root))];
        return Solve(k => Held(needed, weights, k, count - 1) - confidence);
    }

    /// <summary>One-sided: at least <paramref name="content"/> lies below x̄ + k·s. The quantile of a noncentral t, divided by √n.</summary>
    /// <param name="count">Readings, at least two.</param>
    /// <param name="content">0 to 1, both excluded.</param>
    /// <param name="confidence">0 to 1, both excluded.</param>
    public static double OneSided(int count, double content, double confidence)
    {
        Check(count, content, confidence);
        double root = Math.Sqrt(count);
        double quantile = Normal.InvCDF(0, 1, content);
        double low = -Reach / root;
        double high = Math.Min(quantile, Reach / root);

        // Means beyond the quantile need no deviation at all.
        double beyond = 1 - Normal.CDF(0, 1, high * root);
        GaussLegendreRule rule = new(low, high, Nodes);
        double[] needed = [.. rule.Abscissas.Select(mean => quantile - mean)];
        double[] weights = [.. rule.Abscissas.Zip(rule.Weights, (mean, weight) => weight * root * Normal.PDF(0, 1, mean * root))];
        return Solve(k => beyond + Held(needed, weights, k, count - 1) - confidence);
    }

    private static double Held(double[] needed, double[] weights, double k, int freedom)
    {
        double sum = 0;
        for (int i = 0; i < needed.Length; i++)
        {
            sum += weights[i] * DeviationAtLeast(needed[i] / k, freedom);
        }

        return sum;
    }

    // Probability that the deviation of a sample of a standard normal is at least so large.
    private static double DeviationAtLeast(double deviation, int freedom) =>
        deviation <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(freedom / 2.0, freedom * deviation * deviation / 2);

    // Half the width of the interval around a mean that holds the content of a standard normal.
    private static double HalfWidth(double mean, double content)
    {
        double Missing(double half) => Normal.CDF(0, 1, mean + half) - Normal.CDF(0, 1, mean - half) - content;
        return Brent.FindRoot(Missing, 0, mean + Normal.InvCDF(0, 1, (1 + content) / 2) + 1, 1e-13, 200);
    }

    private static double Solve(Func<double, double> excess)
    {
        double high = 2;
        while (excess(high) < 0)
        {
            high *= 2;
        }

        return Brent.FindRoot(excess, 1e-6, high, 1e-11, 200);
    }

    private static void Check(int count, double content, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        if (!(content is > 0 and < 1) || !(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(content), "Content and confidence lie between 0 and 1.");
        }
    }
}
