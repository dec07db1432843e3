using System.Collections.Immutable;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>The GUM and its cross-check against their own examples.</summary>
public sealed class UncertaintyBudgetTests
{
    [Fact]
    public void End_gauge_of_the_GUM_comes_out_as_printed()
    {
        // Aim: JCGM 100:2008, H.1, table H.1 and H.1.6: u_c = 32 nm, ν_eff = 16, U₉₉ = 93 nm.
        ImmutableArray<UncertainInput> inputs =
        [
            Line(BudgetSource.ReferenceCalibration, 25, 18),
            Line(BudgetSource.Repeatability, 5.8, 24),
            Line(BudgetSource.ReferenceDrift, 3.9, 5),
            Line(BudgetSource.ReferenceResolution, 6.7, 8),
            Line(BudgetSource.Expansion, 2.9, 50),
            Line(BudgetSource.WaterTemperature, 16.6, 2),
        ];
        (ImmutableArray<BudgetLine> lines, ExpandedUncertainty uncertainty) =
            UncertaintyBudget.Of(inputs, x => x[0] + x[1] + x[2] + x[3] + x[4] + x[5], 0.99);
        Assert.Equal(32, Math.Round(uncertainty.Combined));
        Assert.Equal(16, Math.Floor(uncertainty.EffectiveDegreesOfFreedom!.Value));
        Assert.Equal(2.92, CoverageFactor.Of(0.99, Math.Floor(uncertainty.EffectiveDegreesOfFreedom.Value)), 0.005);
        Assert.Equal(93, uncertainty.Expanded, 1.5); // the GUM rounds u to 32 and ν down to 16
        Assert.Equal(100, lines.Sum(each => each.SharePercent), 1e-9);
    }

    [Fact]
    public void Sensitivities_are_those_of_the_function()
    {
        // Aim: y = a·b/c at 6, 5, 2, against the derivatives by hand, and the relative sum of squares of a product (JCGM 100:2008, 5.1.6).
        ImmutableArray<UncertainInput> inputs =
        [
            Line(BudgetSource.Operator, 0.006, null) with { Value = 6 },
            Line(BudgetSource.Zero, 0.01, null) with { Value = 5 },
            Line(BudgetSource.AirDensity, 0.002, null) with { Value = 2 },
        ];
        (ImmutableArray<BudgetLine> lines, ExpandedUncertainty uncertainty) = UncertaintyBudget.Of(inputs, x => x[0] * x[1] / x[2], 0.95);
        Assert.Equal(2.5, lines[0].Sensitivity, 1e-5);
        Assert.Equal(3, lines[1].Sensitivity, 1e-5);
        Assert.Equal(-7.5, lines[2].Sensitivity, 1e-4);
        Assert.Equal(15 * Math.Sqrt(1e-6 + 4e-6 + 1e-6), uncertainty.Combined, 1e-6);
        Assert.Null(uncertainty.EffectiveDegreesOfFreedom);
    }

    [Fact]
    public void Four_normal_inputs_are_confirmed()
    {
        // Aim: JCGM 101:2008, 9.2.2: u = 2.00, 95 % interval ±3.92, both ways.
        ExpandedUncertainty uncertainty = Sum(InputShape.Normal, 1);
        Is(uncertainty, 2.00, 3.92, 3.92);
        Assert.True(uncertainty.MonteCarlo!.Confirms);
    }

    [Fact]
    public void Four_rectangular_inputs_are_confirmed()
    {
        // Aim: JCGM 101:2008, 9.2.3: the GUM's ±3.92 against ±3.88.
        ExpandedUncertainty uncertainty = Sum(InputShape.Rectangular, 1);
        Is(uncertainty, 2.00, 3.92, 3.88);
        Assert.True(uncertainty.MonteCarlo!.Confirms);
    }

    [Fact]
    public void One_rectangular_input_that_outweighs_the_others_is_not_confirmed()
    {
        // Aim: JCGM 101:2008, 9.2.4: u = 10.1, the GUM's ±19.9 against ±17.0: not validated.
        ExpandedUncertainty uncertainty = Sum(InputShape.Rectangular, 10);
        Is(uncertainty, 10.1, 19.9, 17.0);
        Assert.False(uncertainty.MonteCarlo!.Confirms);
    }

    [Theory]
    [InlineData(InputShape.Normal, 1.0)]
    [InlineData(InputShape.Rectangular, 1.0)]
    [InlineData(InputShape.Triangular, 1.0)]
    [InlineData(InputShape.StudentT, 1.118)] // √(10/8): ten degrees of freedom, scale one
    public void Shapes_have_the_scatter_that_they_should(InputShape shape, double standard)
    {
        // Aim: each shape by itself: deviation, symmetry and, for Student's t, its quantile 2.228.
        ImmutableArray<UncertainInput> inputs = [new(BudgetSource.Operator, false, shape, 5, 2, "nL", shape == InputShape.StudentT ? 10 : null)];
        (_, ExpandedUncertainty gum) = UncertaintyBudget.Of(inputs, x => x[0], 0.95);
        MonteCarloCheck check = Propagation.Check(gum, inputs, x => x[0], 100_000, 7).MonteCarlo!;
        Assert.Equal(2 * standard, check.Standard, 0.03);
        Assert.Equal(5, check.Mean, 0.03);
        if (shape == InputShape.StudentT)
        {
            Assert.Equal(5 + (2 * 2.228), check.High, 0.07);
            Assert.Equal(2 * 2.228, gum.Expanded, 0.001);
        }
    }

    [Fact]
    public void The_same_seed_draws_the_same()
    {
        // Aim: a certificate is computed anew to the last digit; another seed draws something else.
        ImmutableArray<UncertainInput> inputs = [Shaped(InputShape.StudentT, 1) with { DegreesOfFreedom = 9 }, Shaped(InputShape.Normal, 2)];
        (_, ExpandedUncertainty gum) = UncertaintyBudget.Of(inputs, x => x[0] + x[1], 0.95);
        MonteCarloCheck Checked(int seed) => Propagation.Check(gum, inputs, x => x[0] + x[1], 10_000, seed).MonteCarlo!;
        Assert.Equal(Checked(1), Checked(1));
        Assert.NotEqual(Checked(1).Low, Checked(2).Low);
    }

    [Fact]
    public void Nothing_uncertain_is_no_uncertainty()
    {
        // Aim: no division by zero where every input is known.
        (ImmutableArray<BudgetLine> lines, ExpandedUncertainty uncertainty) = UncertaintyBudget.Of([Shaped(InputShape.Normal, 0)], x => x[0], 0.95);
        Assert.Equal((0, 0), (uncertainty.Combined, uncertainty.Expanded));
        Assert.Equal(0, lines[0].SharePercent);
    }

    private static UncertainInput Line(BudgetSource source, double standard, double? freedom) =>
        new(source, false, InputShape.Normal, 0, standard, "nm", freedom);

    private static UncertainInput Shaped(InputShape shape, double standard) => new(BudgetSource.Operator, false, shape, 0, standard, "1", null);

    // Three inputs of one and a last one.
    private static ExpandedUncertainty Sum(InputShape shape, double last)
    {
        ImmutableArray<UncertainInput> inputs = [Shaped(shape, 1), Shaped(shape, 1), Shaped(shape, 1), Shaped(shape, last)];
        static double All(ReadOnlySpan<double> x) => x[0] + x[1] + x[2] + x[3];
        (_, ExpandedUncertainty gum) = UncertaintyBudget.Of(inputs, All, 0.95);
        return Propagation.Check(gum, inputs, All, Propagation.EnoughDraws, 101);
    }

    private static void Is(ExpandedUncertainty uncertainty, double standard, double gum, double drawn)
    {
        Assert.Equal(standard, uncertainty.Combined, 0.06);
        Assert.Equal(gum, uncertainty.Expanded, 0.05);
        Assert.Equal(uncertainty.Combined, uncertainty.MonteCarlo!.Standard, 0.01 * standard);
        Assert.Equal(-drawn, uncertainty.MonteCarlo.Low, 0.011 * standard * 2);
        Assert.Equal(drawn, uncertainty.MonteCarlo.High, 0.011 * standard * 2);
    }
}
