namespace MesoPen.Host.Calibration;

/// <summary>Readings in the order of time, with the limits of their control chart. Readings at which a rule is broken are drawn as triangles.</summary>
internal static class ControlPlot
{
    /// <summary>Height of the picture.</summary>
    public const double Height = 190;

    /// <summary>Draws it.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="unit">Unit of the readings.</param>
    /// <param name="values">In the order of time.</param>
    /// <param name="center">Centre line.</param>
    /// <param name="lower">Lower limit.</param>
    /// <param name="upper">Upper limit.</param>
    /// <param name="broken">Numbers of readings at which a rule is broken, from 1.</param>
    public static string Of(
        string title, string unit, IReadOnlyList<double> values, double center, double lower, double upper, IReadOnlySet<int> broken)
    {
        PlotFrame frame = new(title, Height, (0.5, values.Count + 0.5), PlotFrame.Around([.. values, lower, upper]));
        frame.Axes("Reading", unit, wholeX: true);
        frame.Level(center, "mean", "#000");
        frame.Level(upper, "upper limit", "#a00000", "5 3");
        frame.Level(lower, "lower limit", "#a00000", "5 3");
        frame.Line(values.Select((value, place) => (place + 1.0, value)), "#003b8e");
        for (int place = 0; place < values.Count; place++)
        {
            bool outside = broken.Contains(place + 1);
            frame.Mark(place + 1, values[place], outside ? PlotMark.Up : PlotMark.Disc, outside ? "#a00000" : "#003b8e");
        }

        return frame.ToSvg();
    }
}
