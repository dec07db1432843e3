using System.Collections.Immutable;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Calibration;

/// <summary>Every computed number and word that a certificate prints, from the readings alone. Ids never change their meaning within a form.</summary>
internal static class CertificateFigures
{
    /// <summary>The figures of a calibration.</summary>
    public static ImmutableArray<CertificateFigure> Of(CalibrationData data, CalibrationResult result)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(result);
        FigureList figures = new(data.Kind);
        decimal factor = FigureList.FactorOf(data.Kind);
        figures.Add("method", FigureText.Whole(result.Method));
        figures.Add("verdict", FigureText.Word(result.Verdict));
        if (result.Range is { } range)
        {
            figures.Add("range.minimum", FigureText.Exact(range.Minimum, factor), figures.Unit);
            figures.Add("range.maximum", FigureText.Exact(range.Maximum, factor), figures.Unit);
            double largest = range.LargestExpanded * figures.Factor;
            figures.Add("range.expanded", FigureText.Up(largest, FigureText.DecimalsOf(largest)), figures.Unit);
        }

        figures.Add("due.day", FigureText.Day(CertificateTerms.DueDay(data)));
        if (CertificateTerms.ShotsMax(data) is { } shots)
        {
            figures.Add("due.shots", FigureText.Whole(shots));
        }

        foreach (SeriesResult series in result.Series)
        {
            SeriesFigures.Add(figures, series);
        }

        if (result.Adjustment is { } proposal)
        {
            AdjustmentFigures.Add(figures, proposal, data.Kind);
        }

        return figures.ToArray();
    }
}
