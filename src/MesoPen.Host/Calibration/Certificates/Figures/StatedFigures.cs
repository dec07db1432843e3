using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Calibration;

/// <summary>Figures of one point, whatever was measured.</summary>
internal static class StatedFigures
{
    /// <summary>Adds them, and says to which decimal the point is stated.</summary>
    public static int Add(FigureList figures, string at, PointResult point)
    {
        double? expanded = point.Uncertainty?.Expanded * figures.Factor;
        int decimals = FigureText.DecimalsOf(expanded);
        figures.Add(at + ".nominal", FigureText.Exact((long)point.Nominal, (decimal)figures.Factor), figures.Unit);
        figures.Add(at + ".tolerance", FigureText.Exact((long)point.Tolerance, (decimal)figures.Factor), figures.Unit);
        figures.Add(at + ".count", FigureText.Whole(point.Count));
        figures.AddResult(at + ".mean", point.Mean, decimals);
        figures.AddResult(at + ".error", point.Error, decimals);
        figures.Add(at + ".error.percent", point.ErrorPercent, 2, "%");
        figures.AddResult(at + ".deviation", point.StandardDeviation, decimals + 1);
        figures.Add(at + ".cv", point.CvPercent, 2, "%");
        figures.AddResult(at + ".acceptance", point.Acceptance, decimals);
        figures.Add(at + ".verdict", FigureText.Word(point.Verdict));
        if (point.Uncertainty is { } uncertainty)
        {
            AddUncertainty(figures, at, uncertainty, decimals);
        }

        if (point.Interval is { } interval)
        {
            figures.Add(at + ".interval.content", interval.Content * 100, 1, "%");
            figures.Add(at + ".interval.confidence", interval.Confidence * 100, 1, "%");
            figures.Add(at + ".interval.k", interval.K, 3, "");
            figures.AddResult(at + ".interval.low", interval.Low, decimals);
            figures.AddResult(at + ".interval.high", interval.High, decimals);
            figures.Add(at + ".interval.within", interval.IsWithinTolerance ? "yes" : "no");
        }

        return decimals;
    }

    /// <summary>Adds an uncertainty: combined, degrees of freedom, k, expanded, and the cross-check.</summary>
    public static void AddUncertainty(FigureList figures, string at, ExpandedUncertainty uncertainty, int decimals)
    {
        figures.AddResult(at + ".standard", uncertainty.Combined, decimals + 1);
        figures.Add(at + ".degrees", uncertainty.EffectiveDegreesOfFreedom is { } degrees ? FigureText.Fixed(Math.Min(degrees, 9999), 0) : "∞");
        figures.Add(at + ".coverage", uncertainty.Coverage * 100, 2, "%");
        figures.Add(at + ".k", uncertainty.K, 2, "");
        figures.Add(at + ".expanded", FigureText.Up(uncertainty.Expanded * figures.Factor, decimals), figures.Unit);
        if (uncertainty.MonteCarlo is { } check)
        {
            figures.Add(at + ".monte-carlo.draws", FigureText.Whole(check.Draws));
            figures.Add(at + ".monte-carlo.seed", FigureText.Whole(check.Seed));
            figures.AddResult(at + ".monte-carlo.standard", check.Standard, decimals + 1);
            figures.AddResult(at + ".monte-carlo.low", check.Low, decimals);
            figures.AddResult(at + ".monte-carlo.high", check.High, decimals);
            figures.Add(at + ".monte-carlo.confirms", check.Confirms ? "yes" : "no");
        }
    }
}
