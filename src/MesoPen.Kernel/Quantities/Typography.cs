using System.Globalization;

namespace MesoPen.Kernel;

/// <summary>Dose typography: a leading zero, no trailing zero, never an exponent. Integers only.</summary>
internal static class Typography
{
    /// <summary>Writes <paramref name="value"/> / 10^<paramref name="places"/> as a decimal without trailing zeros.</summary>
    public static string Decimal(long value, int places)
    {
        string digits = Math.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        string part = digits[^places..].TrimEnd('0');
        return (value < 0 ? "-" : "") + digits[..^places] + (part.Length == 0 ? "" : "." + part);
    }
}
