using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>Coverage factors against the GUM's table of Student's t.</summary>
public sealed class CoverageFactorTests
{
    [Theory]
    [InlineData(1, 12.71, 13.97, 63.66)]
    [InlineData(2, 4.30, 4.53, 9.92)]
    [InlineData(3, 3.18, 3.31, 5.84)]
    [InlineData(4, 2.78, 2.87, 4.60)]
    [InlineData(5, 2.57, 2.65, 4.03)]
    [InlineData(6, 2.45, 2.52, 3.71)]
    [InlineData(7, 2.36, 2.43, 3.50)]
    [InlineData(8, 2.31, 2.37, 3.36)]
    [InlineData(9, 2.26, 2.32, 3.25)]
    [InlineData(10, 2.23, 2.28, 3.17)]
    [InlineData(12, 2.18, 2.23, 3.05)]
    [InlineData(16, 2.12, 2.17, 2.92)]
    [InlineData(20, 2.09, 2.13, 2.85)]
    [InlineData(30, 2.04, 2.09, 2.75)]
    [InlineData(50, 2.01, 2.05, 2.68)]
    public void Factors_agree_with_the_table_of_the_GUM(int freedom, double p95, double p9545, double p99)
    {
        // Aim: JCGM 100:2008, table G.2, to its two decimals.
        Assert.Equal(p95, Math.Round(CoverageFactor.Of(0.95, freedom), 2));
        Assert.Equal(p9545, Math.Round(CoverageFactor.Of(0.9545, freedom), 2));
        Assert.Equal(p99, Math.Round(CoverageFactor.Of(0.99, freedom), 2));
    }

    [Fact]
    public void Infinitely_many_degrees_of_freedom_are_the_normal_distribution()
    {
        // Aim: the last row of the same table, to three decimals.
        Assert.Equal([1.960, 2.000, 2.576], new[] { 0.95, 0.9545, 0.99 }.Select(each => Math.Round(CoverageFactor.Of(each, null), 3)));
        Assert.Equal(CoverageFactor.Of(0.95, null), CoverageFactor.Of(0.95, 1e9), 1e-6);
    }

    [Fact]
    public void Degrees_of_freedom_need_not_be_whole()
    {
        // Aim: Welch and Satterthwaite give fractions; the factor lies between its neighbours and falls.
        double between = CoverageFactor.Of(0.95, 4.5);
        Assert.InRange(between, CoverageFactor.Of(0.95, 5), CoverageFactor.Of(0.95, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoverageFactor.Of(1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoverageFactor.Of(0.95, 0));
    }
}
