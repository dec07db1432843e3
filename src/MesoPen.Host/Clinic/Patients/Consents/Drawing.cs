using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>
/// A signature as it was drawn: strokes of points. Whole numbers alone, so that nothing that is shown from it can be anything but lines.
/// </summary>
/// <param name="Width">Width of the field, pixels.</param>
/// <param name="Height">Height of the field, pixels.</param>
/// <param name="Strokes">Each stroke: x, y, x, y, and so on, within the field.</param>
public sealed record Drawing(int Width, int Height, ImmutableArray<ImmutableArray<int>> Strokes)
{
    // A signature on a large tablet, drawn slowly, has some hundred points; these keep the record small and a picture of something else out.
    private const int SideMax = 4096;
    private const int StrokesMax = 200;
    private const int PointsMax = 5000;

    // A dot or a tick is no signature.
    private const int PointsMin = 8;
    private const int ExtentPercentMin = 5;

    /// <summary>Why it cannot be a signature; null if it can.</summary>
    public string? Wrong()
    {
        if (Width is < 1 or > SideMax || Height is < 1 or > SideMax)
        {
            return $"width and height take 1 to {SideMax}.";
        }

        if (Strokes.IsDefault || Strokes.Length is 0 or > StrokesMax || Strokes.Any(stroke => stroke.IsDefault || stroke.Length == 0 || stroke.Length % 2 != 0))
        {
            return $"strokes takes 1 to {StrokesMax} strokes, each of pairs of x and y.";
        }

        int points = Strokes.Sum(stroke => stroke.Length / 2);
        List<int> xs = [.. Strokes.SelectMany(stroke => stroke.Where((_, index) => index % 2 == 0))];
        List<int> ys = [.. Strokes.SelectMany(stroke => stroke.Where((_, index) => index % 2 == 1))];
        return points > PointsMax ? $"strokes takes at most {PointsMax} points in all."
            : xs.Any(x => x < 0 || x > Width) || ys.Any(y => y < 0 || y > Height) ? "every point must lie within width and height."
            : points < PointsMin || (xs.Max() - xs.Min()) * 100 < Width * ExtentPercentMin
                ? "this is a dot, not a signature: let the patient sign across the field."
            : null;
    }

    /// <summary>The data of an SVG path: M and L with whole numbers.</summary>
    public string SvgPath()
    {
        StringBuilder path = new();
        foreach (ImmutableArray<int> stroke in Strokes)
        {
            for (int index = 0; index < stroke.Length; index += 2)
            {
                path.Append(CultureInfo.InvariantCulture, $"{(index == 0 ? 'M' : 'L')}{stroke[index]} {stroke[index + 1]}");
            }
        }

        return path.ToString();
    }
}
