using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>Fits against NIST's Statistical Reference Datasets, linear regression (https://www.itl.nist.gov/div898/strd/lls/lls.shtml).</summary>
public sealed class LeastSquaresTests
{
    // Norris.dat: calibration of ozone monitors.
    private static readonly double[] NorrisX =
    [
        0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4, 0.6, 775.5, 666.9, 338.0, 447.5, 11.6, 556.0, 228.1, 995.8,
        887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1, 118.3, 229.2, 669.1, 448.9, 0.5,
    ];

    private static readonly double[] NorrisY =
    [
        0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3, 448.9, 10.8, 557.7, 228.3, 998.0,
        888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2, 117.6, 228.9, 668.4, 449.2, 0.2,
    ];

    // Pontius.dat: calibration of load cells, two runs over the same loads.
    private static readonly double[] PontiusY =
    [
        .11019, .21956, .32949, .43899, .54803, .65694, .76562, .87487, .98292, 1.09146, 1.20001, 1.30822, 1.41599, 1.52399, 1.63194, 1.73947,
        1.84646, 1.95392, 2.06128, 2.16844, .11052, .22018, .32939, .43886, .54798, .65739, .76596, .87474, .98300, 1.09150, 1.20004, 1.30818,
        1.41613, 1.52408, 1.63159, 1.73965, 1.84696, 1.95445, 2.06177, 2.16829,
    ];

    // Wampler3 to 5 add multiples of these to a polynomial; they are orthogonal to every polynomial of degree five.
    private static readonly double[] WamplerNoise =
    [
        759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 759,
    ];

    [Fact]
    public void Norris_agrees_with_the_certified_straight_line()
    {
        // Aim: coefficients, their standard errors, residual deviation and R² to twelve digits.
        Agrees(
            LeastSquares.Polynomial(NorrisX, NorrisY, 1), [-0.262323073774029, 1.00211681802045], [0.232818234301152, 0.429796848199937E-03],
            0.884796396144373, 34, 0.999993745883712, 1e-12);
    }

    [Fact]
    public void Pontius_agrees_with_the_certified_parabola()
    {
        // Aim: abscissas of a million do not cost digits.
        double[] x = [.. Enumerable.Range(0, 40).Select(i => 150_000.0 * ((i % 20) + 1))];
        Agrees(
            LeastSquares.Polynomial(x, PontiusY, 2), [0.673565789473684E-03, 0.732059160401003E-06, -0.316081871345029E-14],
            [0.107938612033077E-03, 0.157817399981659E-09, 0.486652849992036E-16], 0.205177424076185E-03, 37, 0.999999900178537, 1e-10);
    }

    [Fact]
    public void Fits_without_a_constant_term_agree()
    {
        // Aim: NoInt1 and NoInt2; R² is then that of the sum of squares.
        double[] x = [.. Enumerable.Range(60, 11).Select(each => (double)each)];
        double[] y = [.. Enumerable.Range(130, 11).Select(each => (double)each)];
        FitResult first = LeastSquares.Polynomial(x, y, 1, isThroughOrigin: true);
        Agrees(first, [2.07438016528926], [0.165289256198347E-01], 3.56753034006338, 10, 0.999365492298663, 1e-12);
        FitResult second = LeastSquares.Polynomial([4, 5, 6], [3, 4, 4], 1, isThroughOrigin: true);
        Agrees(second, [0.727272727272727], [0.420827318078432E-01], 0.369274472937998, 2, 0.993348115299335, 1e-12);
    }

    [Fact]
    public void Wampler_s_polynomials_of_degree_five_agree()
    {
        // Aim: Wampler1 to 5, NIST's higher difficulty: the powers of 0 to 20 are nearly dependent.
        double[] x = [.. Enumerable.Range(0, 21).Select(each => (double)each)];
        double[] ones = [1, 1, 1, 1, 1, 1];
        double[] tenths = [1, 0.1, 0.01, 0.001, 0.0001, 0.00001];
        double[] errors = [2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350, 5.64566512170752, 0.112324854679312];
        Agrees(LeastSquares.Polynomial(x, At(x, ones, 0), 5), ones, null, null, 15, 1, 1e-9);
        Agrees(LeastSquares.Polynomial(x, At(x, tenths, 0), 5), tenths, null, null, 15, 1, 1e-9);
        Agrees(LeastSquares.Polynomial(x, At(x, ones, 1), 5), ones, errors, 2360.14502379268, 15, 0.999995559025820, 1e-8);
        FitResult fourth = LeastSquares.Polynomial(x, At(x, ones, 100), 5);
        Agrees(fourth, ones, [.. errors.Select(each => 100 * each)], 236014.502379268, 15, 0.957478440825662, 1e-7);
        FitResult fifth = LeastSquares.Polynomial(x, At(x, ones, 10000), 5);
        Agrees(fifth, ones, [.. errors.Select(each => 10000 * each)], 23601450.2379268, 15, .224668921574940E-02, 1e-5);
    }

    [Fact]
    public void Weights_are_inverse_variances()
    {
        // Aim: a point with weight four counts as four points of the same value.
        FitResult weighted = LeastSquares.Polynomial([1, 2, 5], [3, 4, 9], 1, weights: [1, 4, 1]);
        FitResult repeated = LeastSquares.Polynomial([1, 2, 2, 2, 2, 5], [3, 4, 4, 4, 4, 9], 1);
        Assert.Equal(repeated.Coefficients[0], weighted.Coefficients[0], 1e-12);
        Assert.Equal(repeated.Coefficients[1], weighted.Coefficients[1], 1e-12);
        Assert.Equal(repeated.RSquared!.Value, weighted.RSquared!.Value, 1e-12);
    }

    [Fact]
    public void Fewer_abscissas_than_coefficients_are_refused()
    {
        // Aim: a line through one dose, however often measured, is no line.
        Assert.Throws<ArgumentException>(() => LeastSquares.Polynomial([2, 2, 2], [1, 2, 3], 1));
        Assert.Throws<ArgumentException>(() => LeastSquares.Polynomial([1, 2], [1, 2, 3], 1));
    }

    private static double[] At(double[] x, double[] coefficients, double noise) =>
        [.. x.Select((at, i) => coefficients.Select((each, power) => each * Math.Pow(at, power)).Sum() + (noise * WamplerNoise[i]))];

    private static void Agrees(
        FitResult fit, double[] coefficients, double[]? errors, double? deviation, int freedom, double rSquared, double relative)
    {
        Assert.Equal(freedom, fit.DegreesOfFreedom);
        for (int i = 0; i < coefficients.Length; i++)
        {
            Assert.Equal(1, fit.Coefficients[i] / coefficients[i], relative);
            if (errors is not null)
            {
                Assert.Equal(1, fit.StandardErrors[i] / errors[i], relative);
            }
        }

        if (deviation is { } certified)
        {
            Assert.Equal(1, fit.ResidualDeviation / certified, relative);
        }

        Assert.Equal(1, fit.RSquared!.Value / rSquared, relative);
    }
}
