using System.Globalization;

namespace MesoPen.Host.Calibration;

/// <summary>
/// How numbers are printed: an expanded uncertainty with two significant digits, rounded up (JCGM 100:2008, 7.2.6); what it belongs to, to the same
/// decimal; everything else with a stated number of digits. Never a negative zero.
/// </summary>
internal static class FigureText
{
    private const int DecimalsMost = 9;

    // Beyond this a decimal does not hold it; no figure of a calibration comes near.
    private const double Largest = 1e15;

    /// <summary>Decimals that show two significant digits of an uncertainty; three if there is none.</summary>
    public static int DecimalsOf(double? uncertainty)
    {
        if (uncertainty is not > 0)
        {
            return 3;
        }

        int decimals = 0;
        double scaled = uncertainty.Value;
        while (scaled < 10 && decimals < DecimalsMost)
        {
            scaled *= 10;
            decimals++;
        }

        return decimals;
    }

    /// <summary>With a number of decimals.</summary>
    public static string Fixed(double value, int decimals)
    {
        string shown = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return shown.StartsWith('-') && shown.All(each => each is '-' or '0' or '.') ? shown[1..] : shown;
    }

    /// <summary>Rounded up at a number of decimals.</summary>
    public static string Up(double value, int decimals)
    {
        if (Math.Abs(value) >= Largest)
        {
            return Fixed(value, decimals);
        }

        decimal step = 1;
        for (int place = 0; place < decimals; place++)
        {
            step /= 10;
        }

        decimal rounded = decimal.Ceiling((decimal)value / step) * step;
        return rounded.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>With three significant digits, for lines of a budget whose sizes differ by powers of ten.</summary>
    public static string Three(double value)
    {
        double size = Math.Abs(value);
        return size == 0 ? "0"
            : size is < 0.001 or >= 100_000 ? value.ToString("0.00E+0", CultureInfo.InvariantCulture)
            : Fixed(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : size >= 0.01 ? 4 : 5);
    }

    /// <summary>A whole number of small units in a larger one, exactly and without trailing zeros.</summary>
    public static string Exact(long value, decimal factor) => (value * factor).ToString("0.#########", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A word as in JSON.</summary>
    public static string Word<T>(T word)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment, UTC.</summary>
    public static DateOnly DayOf(long unixMs) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(unixMs).UtcDateTime);

    /// <summary>A moment, UTC, to the second.</summary>
    public static string Moment(long unixMs) =>
        DateTimeOffset.FromUnixTimeMilliseconds(unixMs).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
