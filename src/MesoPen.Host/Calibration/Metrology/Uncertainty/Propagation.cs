using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Propagation of distributions by drawing (JCGM 101:2008), to hold the GUM's interval against.</summary>
public static class Propagation
{
    /// <summary>Draws that know the ends of a 95 % interval to one hundredth of the standard uncertainty.</summary>
    public const int EnoughDraws = 100_000;

    /// <summary>
    /// How far the ends of both intervals may lie apart, in standard uncertainties. JCGM 101:2008, clause 8, asks for half a unit of the last
    /// digit that is thought to matter: with one digit 0.05 to 0.5 of it, as the digit falls. This is a tenth of U, whatever the digits.
    /// </summary>
    public const double RelativeTolerance = 0.2;

    private const int Block = 1000;

    /// <summary>The same uncertainty with its cross-check.</summary>
    /// <param name="uncertainty">By the GUM.</param>
    /// <param name="inputs">In the order that the measurand takes them.</param>
    /// <param name="measurand">What is measured: the error, so that the interval is around it.</param>
    /// <param name="draws">How many; rounded up to thousands.</param>
    /// <param name="seed">The same seed draws the same.</param>
    public static ExpandedUncertainty Check(
        ExpandedUncertainty uncertainty, ImmutableArray<UncertainInput> inputs, Measurand measurand, int draws, int seed)
    {
        double[] drawn = Draw(inputs, measurand, (draws + Block - 1) / Block, seed);
        double mean = Sample.Mean(drawn);
        double standard = Sample.Deviation(drawn);
        Array.Sort(drawn);
        double tail = (1 - uncertainty.Coverage) / 2;
        double low = drawn[(int)Math.Round(tail * (drawn.Length - 1))];
        double high = drawn[(int)Math.Round((1 - tail) * (drawn.Length - 1))];
        double middle = measurand([.. inputs.Select(each => each.Value)]);
        double tolerance = RelativeTolerance * uncertainty.Combined;
        bool confirms = Math.Abs(middle - uncertainty.Expanded - low) <= tolerance && Math.Abs(middle + uncertainty.Expanded - high) <= tolerance;
        return uncertainty with { MonteCarlo = new MonteCarloCheck(drawn.Length, seed, mean, standard, low, high, tolerance, confirms) };
    }

    private static double[] Draw(ImmutableArray<UncertainInput> inputs, Measurand measurand, int blocks, int seed)
    {
        ShapeSource source = new(seed);
        double[] drawn = new double[blocks * Block];
        double[] columns = new double[inputs.Length * Block];
        double[] row = new double[inputs.Length];
        for (int block = 0; block < blocks; block++)
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                Span<double> column = columns.AsSpan(i * Block, Block);
                if (inputs[i].Standard > 0)
                {
                    source.Fill(inputs[i].Shape, inputs[i].DegreesOfFreedom, column);
                }
            }

            for (int at = 0; at < Block; at++)
            {
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] = inputs[i].Value + (inputs[i].Standard * columns[(i * Block) + at]);
                }

                drawn[(block * Block) + at] = measurand(row);
            }
        }

        return drawn;
    }
}
