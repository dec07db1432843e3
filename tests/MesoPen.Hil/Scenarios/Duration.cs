using System.Globalization;

namespace MesoPen.Hil;

/// <summary>A span as scenarios write it: 250ms, 5s, 2min. Whole numbers.</summary>
internal static class Duration
{
    public const string Pattern = "^[0-9]+(ms|s|min)$";

    /// <summary>In ms; null if the text is no span.</summary>
    public static int? Parse(string text)
    {
        (string digits, int scale) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (text[..^2], 1),
            _ when text.EndsWith("min", StringComparison.Ordinal) => (text[..^3], 60_000),
            _ when text.EndsWith('s') => (text[..^1], 1000),
            _ => ("", 1),
        };
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= int.MaxValue / scale ? value * scale : null;
    }
}
