using System.Globalization;

namespace MesoPen.Benchmarks;

/// <summary>Numbers as the page shows them: three digits that mean something, a unit.</summary>
internal static class Figures
{
    public static string Ns(double ns) => ns switch
    {
        < 1e3 => $"{Digits(ns)} ns",
        < 1e6 => $"{Digits(ns / 1e3)} µs",
        _ => $"{Digits(ns / 1e6)} ms",
    };

    public static string Us(double us) => Ns(us * 1e3);

    public static string PerSecond(double rate) => rate switch
    {
        >= 1e6 => $"{Digits(rate / 1e6)} million",
        >= 1e3 => $"{Digits(rate / 1e3)} thousand",
        _ => Digits(rate),
    };

    public static string Bytes(long bytes) => $"{bytes.ToString("N0", CultureInfo.InvariantCulture)} B";

    public static string Digits(double value) => value switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("F1", CultureInfo.InvariantCulture),
        _ => value.ToString("F2", CultureInfo.InvariantCulture),
    };
}
