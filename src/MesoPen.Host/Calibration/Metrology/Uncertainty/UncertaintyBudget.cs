using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>The law of propagation of uncertainty (JCGM 100:2008, 5.1.2), for inputs that are not correlated.</summary>
public static class UncertaintyBudget
{
    /// <summary>Lines of the budget and the expanded uncertainty, without a cross-check.</summary>
    /// <param name="inputs">In the order that the measurand takes them.</param>
    /// <param name="measurand">What is measured.</param>
    /// <param name="coverage">Coverage probability, 0 to 1.</param>
    public static (ImmutableArray<BudgetLine> Lines, ExpandedUncertainty Uncertainty) Of(
        ImmutableArray<UncertainInput> inputs, Measurand measurand, double coverage)
    {
        double[] at = [.. inputs.Select(each => each.Value)];
        double[] sensitivities = [.. inputs.Select((each, i) => Sensitivity(measurand, at, i, each.Standard))];
        double[] contributions = [.. inputs.Select((each, i) => Math.Abs(sensitivities[i]) * each.Standard)];
        double variance = contributions.Sum(each => each * each);
        double combined = Math.Sqrt(variance);
        double? freedom = EffectiveDegreesOfFreedom(combined, contributions, [.. inputs.Select(each => each.DegreesOfFreedom)]);
        double k = CoverageFactor.Of(coverage, freedom);
        ImmutableArray<BudgetLine> lines =
        [
            .. inputs.Select((each, i) => new BudgetLine(
                each.Source, each.ByStatistics, each.Shape, each.Value, each.Standard, each.Unit, sensitivities[i], contributions[i],
                each.DegreesOfFreedom, variance > 0 ? 100 * contributions[i] * contributions[i] / variance : 0)),
        ];
        return (lines, new ExpandedUncertainty(combined, freedom, coverage, k, k * combined, null));
    }

    /// <summary>The formula of Welch and Satterthwaite (JCGM 100:2008, G.2b); null for infinitely many.</summary>
    /// <param name="combined">Combined standard uncertainty.</param>
    /// <param name="contributions">Its parts.</param>
    /// <param name="freedom">Degrees of freedom of each; null for infinitely many.</param>
    public static double? EffectiveDegreesOfFreedom(double combined, ReadOnlySpan<double> contributions, ReadOnlySpan<double?> freedom)
    {
        double sum = 0;
        for (int i = 0; i < contributions.Length; i++)
        {
            if (freedom[i] is { } finite && combined > 0)
            {
                sum += Math.Pow(contributions[i] / combined, 4) / finite;
            }
        }

        // More than a million are infinitely many to every digit that is printed.
        return sum > 1e-6 ? 1 / sum : null;
    }

    // Half the change over one standard uncertainty either way (JCGM 100:2008, 5.1.3, note 2); the slope itself for an input that is known.
    private static double Sensitivity(Measurand measurand, double[] at, int index, double standard)
    {
        double step = standard > 0 ? standard : Math.Max(1e-6, Math.Abs(at[index]) * 1e-6);
        double[] moved = [.. at];
        moved[index] = at[index] + step;
        double up = measurand(moved);
        moved[index] = at[index] - step;
        return (up - measurand(moved)) / (2 * step);
    }
}
