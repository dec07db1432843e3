using System.Globalization;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Calibration;

/// <summary>Lines of a control chart and the rules that it breaks. Its values are the readings.</summary>
internal static class ChartFigures
{
    /// <summary>Adds them, if there is a chart.</summary>
    public static void Add(FigureList figures, string at, ControlChart? chart, int decimals)
    {
        if (chart is null)
        {
            return;
        }

        figures.AddResult(at + ".chart.center", chart.Center, decimals);
        figures.AddResult(at + ".chart.lower", chart.Lower, decimals);
        figures.AddResult(at + ".chart.upper", chart.Upper, decimals);
        figures.AddResult(at + ".chart.range.mean", chart.MeanRange, decimals);
        figures.AddResult(at + ".chart.range.upper", chart.UpperRange, decimals);
        for (int place = 0; place < chart.Breaks.Length; place++)
        {
            RuleBreak broken = chart.Breaks[place];
            string row = string.Create(CultureInfo.InvariantCulture, $"{at}.chart.break-{place + 1}");
            figures.Add(row, FigureText.Word(broken.Rule));
            figures.Add(row + ".reading", FigureText.Whole(broken.Index + 1));
        }
    }
}
