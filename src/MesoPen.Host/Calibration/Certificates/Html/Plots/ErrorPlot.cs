namespace MesoPen.Host.Calibration;

/// <summary>Systematic errors with their uncertainty, between the limits and what the guard band leaves of them.</summary>
internal static class ErrorPlot
{
    /// <summary>Height of the picture.</summary>
    public const double Height = 300;

    /// <summary>Draws it.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="unit">Unit of both axes.</param>
    /// <param name="points">Points in any order.</param>
    public static string Of(string title, string unit, IReadOnlyList<ErrorPoint> points)
    {
        ErrorPoint[] limits = [.. points.OrderBy(each => each.Nominal).DistinctBy(each => each.Nominal)];
        (double Low, double High) x = PlotFrame.Around(points.Select(each => each.Nominal));
        PlotFrame frame = new(title, Height, x, PlotFrame.Around(points
            .SelectMany(each => (double[])[each.Error - each.Expanded, each.Error + each.Expanded, each.Tolerance, -each.Tolerance])));
        Band(frame, x, limits, 1);
        Band(frame, x, limits, -1);
        frame.Axes($"Nominal value, {unit}", $"Error, {unit}");
        frame.Line([(x.Low, 0), (x.High, 0)], "#000", width: 0.6);
        foreach (int sign in (int[])[1, -1])
        {
            frame.Line(Wide(x, limits, each => sign * each.Tolerance), "#a00000", width: 1.6);
            frame.Line(Wide(x, limits, each => sign * each.Acceptance), "#a00000", "5 3");
        }

        double between = (x.High - x.Low) * 0.012;
        foreach (ErrorPoint each in points)
        {
            string colour = each.Mark is PlotMark.Ring or PlotMark.Down ? "#666" : "#003b8e";
            frame.Error(each.Nominal + each.Aside * between, each.Error, each.Expanded, colour);
            frame.Mark(each.Nominal + each.Aside * between, each.Error, each.Mark, colour);
        }

        frame.Text(PlotFrame.Width - 14, 14, "whole red: tolerance · broken red: acceptance limit · shaded: guard band · bars: U", "end", 9);
        return frame.ToSvg();
    }

    private static void Band(PlotFrame frame, (double Low, double High) x, ErrorPoint[] limits, int sign)
    {
        (double X, double Y)[] outer = [.. Wide(x, limits, each => sign * each.Tolerance)];
        (double X, double Y)[] inner = [.. Wide(x, limits, each => sign * each.Acceptance)];
        frame.Band([.. outer.Select((each, place) => (each.X, inner[place].Y, each.Y))], "#f6dcdc");
    }

    /// <summary>Limits from point to point, and level beyond the first and the last.</summary>
    private static IEnumerable<(double X, double Y)> Wide((double Low, double High) x, ErrorPoint[] limits, Func<ErrorPoint, double> value) =>
        [(x.Low, value(limits[0])), .. limits.Select(each => (each.Nominal, value(each))), (x.High, value(limits[^1]))];
}
