namespace MesoPen.Simulator;

/// <summary>The exponential function by sums and products alone: each machine's own library rounds its last digit another way.</summary>
internal static class Exponential
{
    private const int Terms = 12;
    private const int Halvings = 8;

    /// <summary>e to the power of <paramref name="x"/>; 0 where it is too small to matter.</summary>
    internal static double Of(double x)
    {
        if (x < -60)
        {
            return 0;
        }

        // The series converges at once for what has been halved eight times; squaring undoes that.
        var part = x / (1 << Halvings);
        var sum = 1.0;
        for (var i = Terms; i > 0; i--)
        {
            sum = 1 + part * sum / i;
        }

        for (var i = 0; i < Halvings; i++)
        {
            sum *= sum;
        }

        return sum;
    }
}
