using MathNet.Numerics.Random;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Draws from the shapes of inputs, centred and scaled to a standard uncertainty of one (for Student's t: to a scale of one).</summary>
internal sealed class ShapeSource(int seed)
{
    private readonly Xoshiro256StarStar _random = new(seed, threadSafe: false);
    private double? _spare;

    /// <summary>Fills the span with draws.</summary>
    public void Fill(InputShape shape, double? freedom, Span<double> draws)
    {
        for (int i = 0; i < draws.Length; i++)
        {
            draws[i] = shape switch
            {
                InputShape.Rectangular => Math.Sqrt(3) * Symmetric(),
                InputShape.Triangular => Math.Sqrt(6) / 2 * (Symmetric() + Symmetric()),
                InputShape.StudentT when freedom is { } finite => Student(finite),
                _ => Normal(),
            };
        }
    }

    private double Symmetric() => (2 * _random.NextDouble()) - 1;

    // G. Marsaglia's polar method: two at a time.
    private double Normal()
    {
        if (_spare is { } kept)
        {
            _spare = null;
            return kept;
        }

        (double u, double v, double square) = InCircle();
        double factor = Math.Sqrt(-2 * Math.Log(square) / square);
        _spare = v * factor;
        return u * factor;
    }

    // R. W. Bailey, Polar generation of random variates with the t-distribution, Mathematics of Computation 62 (1994) 779–781.
    private double Student(double freedom)
    {
        (double u, _, double square) = InCircle();
        return u * Math.Sqrt(freedom * (Math.Pow(square, -2 / freedom) - 1) / square);
    }

    private (double U, double V, double Square) InCircle()
    {
        while (true)
        {
            double u = Symmetric();
            double v = Symmetric();
            double square = (u * u) + (v * v);
            if (square is > 0 and <= 1)
            {
                return (u, v, square);
            }
        }
    }
}
