using System.Globalization;

namespace MesoPen.Host.Calibration;

/// <summary>Room and water as people write them: <c>water=20.1,air=21.0,pressure=1013.2,humidity=45</c>, in °C, hPa and percent.</summary>
public static class EnvironmentText
{
    /// <summary>How it is written, for messages.</summary>
    public const string Form = "water=20.1,air=21.0,pressure=1013.2,humidity=45 (°C, hPa, percent)";

    private static readonly string[] s_names = ["water", "air", "pressure", "humidity"];

    /// <summary>Reads it; null if it is none, and then <paramref name="wrong"/> is a sentence.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="at">When it was read.</param>
    /// <param name="source">Where from.</param>
    /// <param name="wrong">What is wrong; empty if nothing is.</param>
    public static EnvironmentReading? Read(string text, DateTimeOffset at, string source, out string wrong)
    {
        ArgumentNullException.ThrowIfNull(text);
        Dictionary<string, decimal> values = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (sides.Length != 2 || !s_names.Contains(sides[0])
                || !decimal.TryParse(sides[1], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal value))
            {
                wrong = $"'{part}' says nothing about the environment: write {Form}.";
                return null;
            }

            values[sides[0]] = value;
        }

        string? lacking = s_names.FirstOrDefault(name => !values.ContainsKey(name));
        wrong = lacking is not null ? $"The environment lacks {lacking}: write {Form}." : "";
        return lacking is not null ? null : Of(values["water"], values["air"], values["pressure"], values["humidity"], at, source, out wrong);
    }

    /// <summary>A reading from values in °C, hPa and percent; null if one cannot be.</summary>
    public static EnvironmentReading? Of(
        decimal waterC, decimal airC, decimal pressureHpa, decimal humidityPercent, DateTimeOffset at, string source, out string wrong)
    {
        // Where water is liquid and a laboratory can be: no balance works beyond.
        wrong = waterC is < 1 or > 45 ? "The water's temperature takes 1 to 45 °C."
            : airC is < 1 or > 45 ? "The air's temperature takes 1 to 45 °C."
            : pressureHpa is < 500 or > 1100 ? "The air's pressure takes 500 to 1100 hPa."
            : humidityPercent is < 0 or > 100 ? "The humidity takes 0 to 100 %."
            : "";
        return wrong.Length > 0 ? null : new EnvironmentReading(
            at.ToUnixTimeMilliseconds(), (int)Math.Round(waterC * 1000), (int)Math.Round(airC * 1000), (int)Math.Round(pressureHpa * 100),
            (int)Math.Round(humidityPercent * 10), source);
    }
}
