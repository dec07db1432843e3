using System.Globalization;
using System.Text;

namespace MesoPen.Host.Calibration;

/// <summary>A picture with two axes, as inline SVG. Coordinates are rounded to a tenth, so the same figures give the same bytes.</summary>
internal sealed class PlotFrame
{
    private const double Left = 64;
    private const double Right = 14;
    private const double Top = 26;
    private const double Bottom = 40;
    private const double TicksAbout = 6;
    private const int TicksMost = 40;

    private readonly StringBuilder _body = new();
    private readonly double _height;
    private readonly string _title;
    private readonly (double Low, double High) _x;
    private readonly (double Low, double High) _y;

    /// <summary>An empty picture.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="height">Height; the width is 720.</param>
    /// <param name="x">From where to where.</param>
    /// <param name="y">From where to where.</param>
    public PlotFrame(string title, double height, (double Low, double High) x, (double Low, double High) y)
    {
        _title = title;
        _height = height;
        _x = Open(x);
        _y = Open(y);
    }

    /// <summary>Width of all pictures.</summary>
    public const double Width = 720;

    /// <summary>Height on paper of a picture, mm, with the space after it.</summary>
    public static double Mm(double height) => height * SheetStack.Width / Width + 4;

    /// <summary>A range that holds all values, with room around them.</summary>
    public static (double Low, double High) Around(IEnumerable<double> values)
    {
        double low = double.MaxValue;
        double high = double.MinValue;
        foreach (double value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        double room = (high - low) * 0.08;
        return low > high ? (0, 1) : (low - room, high + room);
    }

    /// <summary>Where a value lies.</summary>
    public double X(double value) => Left + (value - _x.Low) / (_x.High - _x.Low) * (Width - Left - Right);

    /// <summary>Where a value lies.</summary>
    public double Y(double value) => _height - Bottom - (value - _y.Low) / (_y.High - _y.Low) * (_height - Top - Bottom);

    /// <summary>Axes with ticks and names.</summary>
    public void Axes(string xName, string yName, bool wholeX = false)
    {
        foreach (double tick in Ticks(_x, wholeX))
        {
            _body.Append(CultureInfo.InvariantCulture, $"<path d=\"M{N(X(tick))} {N(_height - Bottom)}v4\" stroke=\"#000\"/>");
            Text(X(tick), _height - Bottom + 15, Label(tick, _x, wholeX), "middle");
        }

        foreach (double tick in Ticks(_y, false))
        {
            _body.Append(CultureInfo.InvariantCulture, $"<path d=\"M{N(Left)} {N(Y(tick))}H{N(Width - Right)}\" stroke=\"#ddd\"/>");
            Text(Left - 6, Y(tick) + 3.5, Label(tick, _y, false), "end");
        }

        _body.Append(CultureInfo.InvariantCulture, $"<path d=\"M{N(Left)} {N(Top)}V{N(_height - Bottom)}H{N(Width - Right)}\" fill=\"none\" stroke=\"#000\"/>");
        Text((Left + Width - Right) / 2, _height - 8, xName, "middle");
        _body.Append(CultureInfo.InvariantCulture, $"<text x=\"14\" y=\"{N((_height - Bottom + Top) / 2)}\" font-size=\"10\" text-anchor=\"middle\" ")
            .Append(CultureInfo.InvariantCulture, $"transform=\"rotate(-90 14 {N((_height - Bottom + Top) / 2)})\">{HtmlText.Of(yName)}</text>");
    }

    /// <summary>A broken or whole line through points.</summary>
    public void Line(IEnumerable<(double X, double Y)> points, string colour, string dash = "", double width = 1.2)
    {
        string path = string.Join('L', points.Select(each => $"{N(X(each.X))} {N(Y(each.Y))}"));
        string dashed = dash.Length == 0 ? "" : $" stroke-dasharray=\"{dash}\"";
        _body.Append(CultureInfo.InvariantCulture, $"<path d=\"M{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{N(width)}\"{dashed}/>");
    }

    /// <summary>A line from side to side, with a name at its right end.</summary>
    public void Level(double value, string name, string colour, string dash = "")
    {
        Line([(_x.Low, value), (_x.High, value)], colour, dash);
        Text(Width - Right - 3, Y(value) - 3, name, "end", 9);
    }

    /// <summary>An area between two lines.</summary>
    public void Band(IReadOnlyList<(double X, double Low, double High)> points, string colour)
    {
        string path = string.Join('L', points.Select(each => $"{N(X(each.X))} {N(Y(each.High))}")
            .Concat(points.Reverse().Select(each => $"{N(X(each.X))} {N(Y(each.Low))}")));
        _body.Append(CultureInfo.InvariantCulture, $"<path d=\"M{path}Z\" fill=\"{colour}\"/>");
    }

    /// <summary>A point: a disc, a ring or a triangle, which differ without colour.</summary>
    public void Mark(double x, double y, PlotMark mark, string colour)
    {
        (double across, double down) = (X(x), Y(y));
        _body.Append(mark switch
        {
            PlotMark.Disc => $"<circle cx=\"{N(across)}\" cy=\"{N(down)}\" r=\"3.4\" fill=\"{colour}\"/>",
            PlotMark.Ring => $"<circle cx=\"{N(across)}\" cy=\"{N(down)}\" r=\"3.4\" fill=\"#fff\" stroke=\"{colour}\" stroke-width=\"1.4\"/>",
            PlotMark.Up => $"<path d=\"M{N(across)} {N(down - 4.2)}l4 7.4h-8z\" fill=\"{colour}\"/>",
            _ => $"<path d=\"M{N(across)} {N(down + 4.2)}l4 -7.4h-8z\" fill=\"#fff\" stroke=\"{colour}\" stroke-width=\"1.2\"/>",
        });
    }

    /// <summary>A bar with ends: value plus and minus an uncertainty.</summary>
    public void Error(double x, double y, double plusMinus, string colour) => _body.Append(
        CultureInfo.InvariantCulture,
        $"<path d=\"M{N(X(x))} {N(Y(y - plusMinus))}V{N(Y(y + plusMinus))}m-4 0h8M{N(X(x) - 4)} {N(Y(y - plusMinus))}h8\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.2\"/>");

    /// <summary>Words at a place of the paper.</summary>
    public void Text(double x, double y, string text, string anchor, double size = 10) =>
        _body.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" text-anchor=\"{anchor}\">{HtmlText.Of(text)}</text>");

    /// <summary>A box at a place of the paper.</summary>
    public void Box(double x, double y, double width, double height, string colour) =>
        _body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{colour}\"/>");

    /// <summary>The picture.</summary>
    public string ToSvg() => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg viewBox=\"0 0 {N(Width)} {N(_height)}\" role=\"img\" aria-label=\"{HtmlText.Of(_title)}\"><text x=\"{N(Left)}\" y=\"14\" font-size=\"11\" font-weight=\"bold\">{HtmlText.Of(_title)}</text>{_body}</svg>");

    private static string N(double value) => FigureText.Fixed(value, 1);

    private static (double Low, double High) Open((double Low, double High) range) =>
        range.High > range.Low ? range : (range.Low - 1, range.Low + 1);

    private static double Step((double Low, double High) range, bool whole)
    {
        double wanted = (range.High - range.Low) / TicksAbout;
        double step = whole ? 1 : 1e-9;
        while (step * 5 < wanted)
        {
            step *= 10;
        }

        return step >= wanted ? step : step * 2 >= wanted ? step * 2 : step * 5;
    }

    private static IEnumerable<double> Ticks((double Low, double High) range, bool whole)
    {
        double step = Step(range, whole);
        double first = Math.Ceiling(range.Low / step);
        for (int count = 0; count < TicksMost && (first + count) * step <= range.High; count++)
        {
            yield return (first + count) * step;
        }
    }

    private static string Label(double tick, (double Low, double High) range, bool whole)
    {
        int decimals = 0;
        for (double step = Step(range, whole); step < 0.999999 && decimals < 9; step *= 10)
        {
            decimals++;
        }

        return FigureText.Fixed(tick, decimals);
    }
}
