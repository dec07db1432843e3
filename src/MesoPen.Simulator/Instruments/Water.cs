namespace MesoPen.Simulator;

/// <summary>What water weighs in air, by published formulas; the calibration bench has its own of the same sources.</summary>
internal static class Water
{
    /// <summary>Density of the weights that balances are adjusted with, kg/m³ (OIML D 28).</summary>
    private const double WeightDensity = 8000;

    /// <summary>Density of air-free water, kg/m³ (Tanaka and others, Metrologia 38, 2001, 301: the formula for 0 to 40 °C).</summary>
    internal static double Density(double celsius)
    {
        var away = celsius - 3.983035;
        return 999.974950 * (1 - away * away * (celsius + 301.797) / (522528.9 * (celsius + 69.34881)));
    }

    /// <summary>Density of moist air, kg/m³ (the simplified form of the CIPM formula, OIML R 111-1, E.1).</summary>
    internal static double AirDensity(double celsius, double hectopascal, double percent) =>
        (0.34848 * hectopascal - 0.009 * percent * Exponential.Of(0.061 * celsius)) / (273.15 + celsius);

    /// <summary>What a balance shows for a nanolitre of water, ng: mass less the air displaced, beside weights that displace air too.</summary>
    internal static double ShownNgPerNl(BalanceOptions room)
    {
        var air = AirDensity(room.AirMilliC / 1e3, room.PressurePa / 1e2, room.HumidityPermille / 1e1);
        return (Density(room.WaterMilliC / 1e3) - air) / (1 - air / WeightDensity);
    }
}
