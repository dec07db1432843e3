using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Control charts of single values (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2).</summary>
public static class ControlCharts
{
    // Expected range and upper limit of the range for two neighbours: d2 and D4 for n = 2.
    private const double D2 = 1.128;
    private const double D4 = 3.267;

    /// <summary>Individuals and moving range, with every rule that is broken; null below two values.</summary>
    /// <param name="values">In the order of time.</param>
    public static ControlChart? IndividualsOf(ImmutableArray<double> values)
    {
        if (values.Length < 2)
        {
            return null;
        }

        ImmutableArray<double> ranges = [.. values.Skip(1).Zip(values, (next, last) => Math.Abs(next - last))];
        double center = Sample.Mean(values.AsSpan());
        double meanRange = Sample.Mean(ranges.AsSpan());
        double sigma = meanRange / D2;
        ImmutableArray<RuleBreak>.Builder breaks = ImmutableArray.CreateBuilder<RuleBreak>();
        for (int i = 0; i < values.Length; i++)
        {
            foreach (ChartRule rule in Enum.GetValues<ChartRule>())
            {
                if (IsBroken(rule, values, ranges, i, center, sigma, D4 * meanRange))
                {
                    breaks.Add(new RuleBreak(rule, i));
                }
            }
        }

        return new ControlChart(
            values, ranges, center, sigma, center - (3 * sigma), center + (3 * sigma), meanRange, D4 * meanRange, breaks.ToImmutable());
    }

    private static bool IsBroken(
        ChartRule rule, ImmutableArray<double> values, ImmutableArray<double> ranges, int at, double center, double sigma, double upperRange) =>
        rule switch
        {
            ChartRule.BeyondThreeSigma => Math.Abs(values[at] - center) > 3 * sigma,
            ChartRule.TwoOfThreeBeyondTwoSigma => IsCrowded(values, at, 3, 2, center, 2 * sigma),
            ChartRule.FourOfFiveBeyondOneSigma => IsCrowded(values, at, 5, 4, center, sigma),
            ChartRule.EightOnOneSide => IsCrowded(values, at, 8, 8, center, 0),
            ChartRule.SixInATrend => IsTrend(values, at, 6),
            ChartRule.RangeBeyondLimit => at > 0 && ranges[at - 1] > upperRange,
            _ => false,
        };

    // Whether the value completes a window of which so many lie beyond the distance, on the value's own side.
    private static bool IsCrowded(ImmutableArray<double> values, int at, int window, int many, double center, double distance)
    {
        if (at + 1 < window || Math.Abs(values[at] - center) <= distance)
        {
            return false;
        }

        int side = Math.Sign(values[at] - center);
        return values.AsSpan().Slice(at + 1 - window, window).ToArray().Count(each => (each - center) * side > distance) >= many;
    }

    private static bool IsTrend(ImmutableArray<double> values, int at, int length)
    {
        if (at + 1 < length)
        {
            return false;
        }

        int direction = Math.Sign(values[at] - values[at - 1]);
        return direction != 0 && Enumerable.Range(at + 2 - length, length - 1).All(i => Math.Sign(values[i] - values[i - 1]) == direction);
    }
}
