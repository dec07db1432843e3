namespace MesoPen.Host.Calibration;

/// <summary>Where an uncertainty comes from: shares in the variance, the largest first, and what they add up to.</summary>
internal static class ParetoPlot
{
    private const double RowHeight = 17;
    private const double NameWidth = 190;
    private const double BarWidth = 400;
    private const double Top = 30;

    /// <summary>Height of the picture.</summary>
    public static double Height(int bars) => Top + RowHeight * bars + 8;

    /// <summary>Draws it.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="bars">Names, shares in percent, and the shares as printed.</param>
    public static string Of(string title, IReadOnlyList<(string Name, double Percent, string Printed)> bars)
    {
        PlotFrame frame = new(title, Height(bars.Count), (0, 1), (0, 1));
        double sum = 0;
        for (int place = 0; place < bars.Count; place++)
        {
            (string name, double percent, string printed) = bars[place];
            double down = Top + RowHeight * place;
            sum += percent;
            frame.Text(NameWidth - 6, down + 10, name, "end");
            frame.Box(NameWidth, down, Math.Max(0.5, percent / 100 * BarWidth), RowHeight - 5, "#4a78b5");
            frame.Box(NameWidth + Math.Min(100, sum) / 100 * BarWidth - 0.8, down - 2, 1.6, RowHeight - 1, "#000");
            frame.Text(NameWidth + BarWidth + 10, down + 10, printed, "start");
        }

        frame.Text(PlotFrame.Width - 14, 14, "bars: share in the variance · black ticks: sum so far", "end", 9);
        return frame.ToSvg();
    }
}
