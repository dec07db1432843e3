using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>Individuals and moving range.</summary>
public sealed class ControlChartsTests
{
    [Fact]
    public void Limits_agree_with_the_handbook_s_example()
    {
        // Aim: NIST/SEMATECH e-Handbook 6.3.2.2, flow rates of ten batches: centre 50.81, limits 45.8159 and 55.8041, mean range 1.8778.
        ControlChart chart = ControlCharts.IndividualsOf([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])!;
        Assert.Equal(50.81, chart.Center, 1e-9);
        Assert.Equal(1.8778, chart.MeanRange, 0.00005);
        Assert.Equal(55.8041, chart.Upper, 0.00005);
        Assert.Equal(45.8159, chart.Lower, 0.00005);
        Assert.Equal(3.267 * chart.MeanRange, chart.UpperRange, 1e-9);
        Assert.True(chart.IsInControl);
    }

    [Fact]
    public void A_value_beyond_three_sigma_and_its_jump_are_seen()
    {
        // Aim: one outlier breaks the first rule where it is, and the range's limit on the way to it and back.
        ControlChart chart = Chart([.. Quiet(30), 6, .. Quiet(30)]);
        Assert.Contains(new RuleBreak(ChartRule.BeyondThreeSigma, 30), chart.Breaks);
        Assert.Contains(new RuleBreak(ChartRule.RangeBeyondLimit, 30), chart.Breaks);
        Assert.Contains(new RuleBreak(ChartRule.RangeBeyondLimit, 31), chart.Breaks);
    }

    [Fact]
    public void Two_of_three_beyond_two_sigma_are_seen()
    {
        // Aim: on one side only, and only when the value itself is one of them.
        ControlChart chart = Chart([.. Quiet(40), 2.6, 0.1, 2.6, .. Quiet(40)]);
        Assert.Equal([42], At(chart, ChartRule.TwoOfThreeBeyondTwoSigma));
        Assert.Empty(At(Chart([.. Quiet(40), 2.6, 0.1, -2.6, .. Quiet(40)]), ChartRule.TwoOfThreeBeyondTwoSigma));
    }

    [Fact]
    public void Four_of_five_beyond_one_sigma_are_seen()
    {
        // Aim: a small shift that no single value shows.
        ControlChart chart = Chart([.. Quiet(40), 1.4, 1.5, 0.2, 1.4, 1.5, .. Quiet(40)]);
        Assert.Equal([44], At(chart, ChartRule.FourOfFiveBeyondOneSigma));
    }

    [Fact]
    public void Eight_on_one_side_are_seen_and_seven_are_not()
    {
        // Aim: the boundary of the run.
        double[] above = [0.9, 0.3, 0.8, 0.2, 0.9, 0.4, 0.7];
        Assert.Empty(At(Chart([.. Quiet(40), -0.5, .. above, -0.5, .. Quiet(40)]), ChartRule.EightOnOneSide));
        Assert.Equal([48], At(Chart([.. Quiet(40), -0.5, .. above, 0.5, -0.5, .. Quiet(40)]), ChartRule.EightOnOneSide));
    }

    [Fact]
    public void Six_in_a_trend_are_seen_and_five_are_not()
    {
        // Aim: drift, before it reaches a limit, in both directions.
        Assert.Equal([45], At(Chart([.. Quiet(40), -0.9, -0.5, -0.1, 0.2, 0.4, 0.8, .. Quiet(40)]), ChartRule.SixInATrend));
        Assert.Empty(At(Chart([.. Quiet(40), -0.9, -0.5, -0.1, 0.2, 0.6, .. Quiet(40)]), ChartRule.SixInATrend));
    }

    [Fact]
    public void A_single_value_has_no_chart()
    {
        // Aim: there is no range of one.
        Assert.Null(ControlCharts.IndividualsOf([1]));
        Assert.Null(ControlCharts.IndividualsOf([]));
        Assert.True(ControlCharts.IndividualsOf([2, 2])!.IsInControl);
    }

    // Low, high, low: neighbours 1.128 apart.
    private static double[] Quiet(int count) => [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? -0.564 : 0.564)];

    private static ControlChart Chart(double[] values) => ControlCharts.IndividualsOf([.. values])!;

    private static int[] At(ControlChart chart, ChartRule rule) => [.. chart.Breaks.Where(each => each.Rule == rule).Select(each => each.Index)];
}
