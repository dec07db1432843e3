using System.Globalization;
using System.Numerics;

namespace MesoPen.Kernel.Tests.Quantities;

public sealed class DepthTests
{
    [Fact]
    [Trait("Requirement", "SR-031")]
    public void Sine_of_every_degree_is_the_exact_one_rounded_up_in_the_sixth_decimal()
    {
        // Aim: no entry of the table is mistyped. The reference is computed in integers of 60 decimals from the angle addition formulas.
        (BigInteger sin, BigInteger cos) = OneDegree();
        (BigInteger s, BigInteger c) = (BigInteger.Zero, Scale);
        for (int degree = 1; degree <= 90; degree++)
        {
            (s, c) = (((s * cos) + (c * sin)) / Scale, ((c * cos) - (s * sin)) / Scale);

            // 30° and 90° are exact; their last digits carry the error of the reference, far below the sixth decimal.
            BigInteger millionths = (s + Scale / 1_000_000_000) * 1_000_000 / Scale;
            bool exact = (s * 1_000_000 % Scale) < Scale / 1000 || Scale - (s * 1_000_000 % Scale) < Scale / 1000;
            int expected = (int)(exact ? Rounded(s) : millionths + 1);
            Assert.Equal(expected, Depth.Below(new Depth(1_000_000), degree).Um);
        }
    }

    [Theory]
    [InlineData(1500, 90, 1500)]
    [InlineData(1500, 45, 1061)]
    [InlineData(1000, 30, 500)]
    [InlineData(1001, 30, 501)]
    [InlineData(1, 1, 1)]
    [InlineData(0, 45, 0)]
    [InlineData(int.MaxValue, 90, int.MaxValue)]
    [Trait("Requirement", "SR-031")]
    public void Below_rounds_up(int lengthUm, int angleDeg, int depthUm)
    {
        // Aim: depth in tissue is never understated, and the largest length does not overflow.
        Assert.Equal(depthUm, Depth.Below(new Depth(lengthUm), angleDeg).Um);
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(1000, 91)]
    [InlineData(1000, -1)]
    [InlineData(-1, 45)]
    public void Below_refuses_what_is_no_angle_and_no_length(int lengthUm, int angleDeg)
    {
        // Aim: nonsense throws, and is not turned into a depth.
        Assert.Throws<ArgumentOutOfRangeException>(() => Depth.Below(new Depth(lengthUm), angleDeg));
    }

    [Theory]
    [InlineData(1060, "1.06 mm")]
    [InlineData(1000, "1 mm")]
    [InlineData(500, "0.5 mm")]
    [InlineData(5, "0.005 mm")]
    [InlineData(0, "0 mm")]
    [InlineData(-60, "-0.06 mm")]
    [InlineData(12_345, "12.345 mm")]
    [Trait("Requirement", "SR-164")]
    public void Text_has_a_leading_zero_and_no_trailing_one(int um, string text)
    {
        // Aim: dose typography: 0.5 and never .5, 1 and never 1.0.
        Assert.Equal(text, new Depth(um).ToString());
    }

    private static readonly BigInteger Scale = BigInteger.Pow(10, 60);

    private static BigInteger Rounded(BigInteger sine) => ((sine * 1_000_000) + (Scale / 2)) / Scale;

    // The Taylor series at π/180, with π to 60 decimals.
    private static (BigInteger Sin, BigInteger Cos) OneDegree()
    {
        BigInteger pi = BigInteger.Parse("3141592653589793238462643383279502884197169399375105820974944", CultureInfo.InvariantCulture);
        BigInteger x = pi / 180;
        (BigInteger sin, BigInteger cos, BigInteger term) = (BigInteger.Zero, BigInteger.Zero, Scale);
        for (int n = 0; !term.IsZero; n++)
        {
            _ = (n % 4) switch
            {
                0 => cos += term,
                1 => sin += term,
                2 => cos -= term,
                _ => sin -= term,
            };
            term = term * x / Scale / (n + 1);
        }

        return (sin, cos);
    }
}
