using System.Globalization;

namespace MesoPen.Host.Calibration;

/// <summary>How large a figure may be at which anything is measured, wherever it comes from: an instrument, a person, a file.</summary>
public static class ReadingBounds
{
    /// <summary>Of ng, nm or Pa. A tonne, and a thousand kilometres: no bench holds more, and what is added to or multiplied by it still fits.</summary>
    public const long Most = 1_000_000_000_000_000;

    /// <summary>The bounds, for messages.</summary>
    public static string Words { get; } = string.Create(CultureInfo.InvariantCulture, $"-{Most} to {Most}");

    /// <summary>Whether a figure can be one that was read.</summary>
    public static bool Hold(long value) => value is >= -Most and <= Most;
}
