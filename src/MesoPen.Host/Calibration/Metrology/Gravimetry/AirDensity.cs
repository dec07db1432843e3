namespace MesoPen.Host.Calibration.Metrology;

/// <summary>
/// Density of moist air by the approximation of the CIPM formula that OIML R 111-1:2004 (E.3-1) and EURAMET's guides give; it lies within 0.02 % of
/// CIPM-2007 (A. Picard et al., Metrologia 45, 2008, 149–155) in the range below.
/// </summary>
public static class AirDensity
{
    /// <summary>Relative standard uncertainty of the formula (R 111-1, E.3).</summary>
    public const double RelativeStandard = 2e-4;

    /// <summary>Density, kg/m³.</summary>
    /// <param name="celsius">Temperature of the air, °C.</param>
    /// <param name="hectopascal">Pressure, hPa.</param>
    /// <param name="humidityPercent">Relative humidity, %.</param>
    public static double Of(double celsius, double hectopascal, double humidityPercent) =>
        ((0.34848 * hectopascal) - (0.009 * humidityPercent * Math.Exp(0.061 * celsius))) / (273.15 + celsius);

    /// <summary>Whether the formula is stated for these values: 10 to 30 °C, 900 to 1100 hPa, up to 80 %.</summary>
    /// <param name="celsius">Temperature of the air, °C.</param>
    /// <param name="hectopascal">Pressure, hPa.</param>
    /// <param name="humidityPercent">Relative humidity, %.</param>
    public static bool IsStatedFor(double celsius, double hectopascal, double humidityPercent) =>
        celsius is >= 10 and <= 30 && hectopascal is >= 900 and <= 1100 && humidityPercent is >= 0 and <= 80;
}
