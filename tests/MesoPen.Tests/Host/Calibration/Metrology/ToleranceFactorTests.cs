using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>Exact factors of normal tolerance intervals.</summary>
public sealed class ToleranceFactorTests
{
    /// <summary>
    /// 95 % confidence; contents 0.95, 0.975, 0.99. Two-sided n = 60, p = 0.975: the 2.670 of ISO 11608-1:2022; the others as in Odeh and Owen
    /// (1980) and ISO 16269-6:2014 where those print them (p = 0.95 and 0.99).
    /// </summary>
    public static TheoryData<int, double[], double[]> Table => new()
    {
        { 10, [3.393, 3.871, 4.437], [2.911, 3.402, 3.981] },
        { 15, [2.965, 3.386, 3.885], [2.566, 3.005, 3.520] },
        { 20, [2.760, 3.154, 3.621], [2.396, 2.810, 3.295] },
        { 30, [2.555, 2.921, 3.355], [2.220, 2.608, 3.064] },
        { 35, [2.495, 2.852, 3.276], [2.167, 2.548, 2.995] },
        { 60, [2.335, 2.670, 3.068], [2.022, 2.384, 2.807] },
        { 100, [2.234, 2.555, 2.936], [1.927, 2.276, 2.684] },
        { 120, [2.206, 2.522, 2.899], [1.899, 2.245, 2.649] },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Factors_agree_with_the_table_to_three_decimals(int count, double[] twoSided, double[] oneSided)
    {
        // Aim: the approximations that are found everywhere (Howe's, the normal one of a noncentral t) differ in the third decimal.
        double[] contents = [0.95, 0.975, 0.99];
        Assert.Equal(twoSided, contents.Select(content => Math.Round(ToleranceFactor.TwoSided(count, content, 0.95), 3)));
        Assert.Equal(oneSided, contents.Select(content => Math.Round(ToleranceFactor.OneSided(count, content, 0.95), 3)));
    }

    [Fact]
    public void Factors_of_two_readings_agree_with_printed_tables()
    {
        // Aim: the smallest sample, where the integrand is least smooth. ISO 16269-6:2014, annexes B and C; the 37.674 of older tables is the
        // approximation of Wald and Wolfowitz.
        Assert.Equal(26.260, ToleranceFactor.OneSided(2, 0.95, 0.95), 0.001);
        Assert.Equal(36.519, ToleranceFactor.TwoSided(2, 0.95, 0.95), 0.001);
    }

    [Fact]
    public void Intervals_hold_what_they_say_in_as_many_samples_as_they_say()
    {
        // Aim: the definition itself, by drawing: in 95 of 100 samples of ten the interval holds at least 97.5 % of the population.
        const int Seed = 16269;
        const int Samples = 20_000;
        double two = ToleranceFactor.TwoSided(10, 0.975, 0.95);
        double one = ToleranceFactor.OneSided(10, 0.975, 0.95);
        Random random = new(Seed);
        int twoHold = 0, oneHold = 0;
        double[] sample = new double[10];
        for (int i = 0; i < Samples; i++)
        {
            for (int j = 0; j < sample.Length; j++)
            {
                sample[j] = MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
            }

            double mean = Sample.Mean(sample), deviation = Sample.Deviation(sample);
            twoHold += Below(mean + (two * deviation)) - Below(mean - (two * deviation)) >= 0.975 ? 1 : 0;
            oneHold += Below(mean + (one * deviation)) >= 0.975 ? 1 : 0;
        }

        Assert.Equal(0.95, (double)twoHold / Samples, 0.005);
        Assert.Equal(0.95, (double)oneHold / Samples, 0.005);
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        // Aim: no factor is made up for a sample or a share that cannot be.
        Assert.Throws<ArgumentOutOfRangeException>(() => ToleranceFactor.TwoSided(1, 0.95, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => ToleranceFactor.OneSided(10, 1, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => ToleranceFactor.TwoSided(10, 0.95, double.NaN));
    }

    private static double Below(double value) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, value);
}
