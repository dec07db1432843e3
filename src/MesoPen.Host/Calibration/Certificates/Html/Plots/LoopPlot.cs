namespace MesoPen.Host.Calibration;

/// <summary>Hysteresis of one needle: its errors on the way out and on the way back, drawn as one loop.</summary>
internal static class LoopPlot
{
    /// <summary>Height of the picture.</summary>
    public const double Height = 230;

    /// <summary>Draws it.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="unit">Unit of both axes.</param>
    /// <param name="outward">Nominal depth and error on the way out.</param>
    /// <param name="back">The same on the way back.</param>
    public static string Of(string title, string unit, IReadOnlyList<(double X, double Y)> outward, IReadOnlyList<(double X, double Y)> back)
    {
        (double X, double Y)[] there = [.. outward.OrderBy(each => each.X)];
        (double X, double Y)[] home = [.. back.OrderByDescending(each => each.X)];
        (double X, double Y)[] all = [.. there, .. home];
        PlotFrame frame = new(title, Height, PlotFrame.Around(all.Select(each => each.X)), PlotFrame.Around([0, .. all.Select(each => each.Y)]));
        frame.Axes($"Depth told, {unit}", $"Error, {unit}");
        frame.Level(0, "", "#000");
        frame.Line([.. all, all[0]], "#bbb", "2 3");
        frame.Line(there, "#003b8e", width: 1.6);
        frame.Line(home, "#666", "6 3", 1.6);
        foreach ((double x, double y) in there)
        {
            frame.Mark(x, y, PlotMark.Up, "#003b8e");
        }

        foreach ((double x, double y) in home)
        {
            frame.Mark(x, y, PlotMark.Down, "#666");
        }

        frame.Text(PlotFrame.Width - 14, 14, "▲ whole: on the way out · ▽ broken: on the way back", "end", 9);
        return frame.ToSvg();
    }
}
