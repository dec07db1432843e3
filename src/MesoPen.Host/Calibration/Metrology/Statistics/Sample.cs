using MathNet.Numerics.Statistics;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Mean and standard deviation of a few readings.</summary>
public static class Sample
{
    /// <summary>Arithmetic mean.</summary>
    /// <param name="values">At least one.</param>
    public static double Mean(ReadOnlySpan<double> values)
    {
        // Around the first value: readings of large offset and small scatter (nanograms on a vessel of grams) keep their digits.
        double origin = values[0];
        double sum = 0;
        foreach (double value in values)
        {
            sum += value - origin;
        }

        return origin + (sum / values.Length);
    }

    /// <summary>Standard deviation with n − 1; 0 for a single value.</summary>
    /// <param name="values">At least one.</param>
    public static double Deviation(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            return 0;
        }

        double origin = values[0];
        double[] shifted = new double[values.Length];
        for (int i = 0; i < shifted.Length; i++)
        {
            shifted[i] = values[i] - origin;
        }

        return ArrayStatistics.StandardDeviation(shifted);
    }
}
