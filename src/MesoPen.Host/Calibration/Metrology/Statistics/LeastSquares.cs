using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Polynomials by least squares, through an orthogonal (QR) factorisation of the scaled design.</summary>
public static class LeastSquares
{
    /// <summary>Fits a polynomial.</summary>
    /// <param name="x">Abscissas.</param>
    /// <param name="y">Ordinates, as many.</param>
    /// <param name="degree">Highest power.</param>
    /// <param name="isThroughOrigin">Whether there is no constant term; the first coefficient is then that of x.</param>
    /// <param name="weights">One for each point, or none: inverse variances, up to a factor.</param>
    /// <exception cref="ArgumentException">Fewer different abscissas than coefficients.</exception>
    public static FitResult Polynomial(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, int degree, bool isThroughOrigin = false, ReadOnlySpan<double> weights = default)
    {
        int lowest = isThroughOrigin ? 1 : 0;
        int count = degree - lowest + 1;
        if (count < 1 || x.Length != y.Length || (!weights.IsEmpty && weights.Length != x.Length) || Different(x) < count)
        {
            throw new ArgumentException("A fit needs as many different abscissas as coefficients.", nameof(x));
        }

        double scale = Math.Max(double.Epsilon, Largest(x));
        Matrix<double> design = Matrix<double>.Build.Dense(x.Length, count);
        Vector<double> right = Vector<double>.Build.Dense(x.Length);
        for (int row = 0; row < x.Length; row++)
        {
            double root = weights.IsEmpty ? 1 : Math.Sqrt(weights[row]);
            right[row] = y[row] * root;
            for (int column = 0; column < count; column++)
            {
                design[row, column] = Math.Pow(x[row] / scale, column + lowest) * root;
            }
        }

        QR<double> factors = design.QR(QRMethod.Thin);
        Vector<double> solved = factors.Solve(right);
        solved += factors.Solve(right - (design * solved)); // one step of refinement: what rounding lost in the first solution
        return Result(design, right, solved, factors.R, scale, lowest);
    }

    private static FitResult Result(
        Matrix<double> design, Vector<double> right, Vector<double> solved, Matrix<double> upper, double scale, int lowest)
    {
        int count = solved.Count;
        Vector<double> residuals = right - (design * solved);
        double squares = residuals * residuals;
        int freedom = right.Count - count;
        double deviation = freedom > 0 ? Math.Sqrt(squares / freedom) : 0;
        Matrix<double> inverse = upper.Inverse();
        double[] coefficients = new double[count];
        double[] errors = new double[count];
        for (int i = 0; i < count; i++)
        {
            double unit = Math.Pow(scale, i + lowest);
            coefficients[i] = solved[i] / unit;
            errors[i] = deviation * inverse.Row(i).L2Norm() / unit;
        }

        // With weights the total is taken around the weighted mean: the design's first column holds the roots of the weights.
        double total = right * right;
        if (lowest == 0)
        {
            Vector<double> ones = design.Column(0);
            double mean = (ones * right) / (ones * ones);
            Vector<double> around = right - (ones * mean);
            total = around * around;
        }

        return new FitResult([.. coefficients], [.. errors], deviation, freedom, total > 0 ? 1 - (squares / total) : null);
    }

    private static int Different(ReadOnlySpan<double> x) => new HashSet<double>(x.ToArray()).Count;

    private static double Largest(ReadOnlySpan<double> x)
    {
        double largest = 0;
        foreach (double each in x)
        {
            largest = Math.Max(largest, Math.Abs(each));
        }

        return largest;
    }
}
