namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Density of pure, air-free water at 101.325 kPa (M. Tanaka et al., Metrologia 38, 2001, 301–309).</summary>
public static class WaterDensity
{
    /// <summary>Lowest temperature of the formula, °C.</summary>
    public const double LowestC = 0;

    /// <summary>Highest temperature of the formula, °C.</summary>
    public const double HighestC = 40;

    /// <summary>
    /// Standard uncertainty, kg/m³: ten millionths of the density. The formula itself is good to 0.0008 kg/m³ (k = 2, Tanaka table 1) and air in the
    /// water takes away up to 0.005 kg/m³ (Tanaka, equation 2); the rest is for distilled water whose isotopes and purity nobody measured.
    /// </summary>
    public const double Standard = 0.01;

    /// <summary>Density, kg/m³.</summary>
    /// <param name="celsius">Temperature of the water, °C.</param>
    public static double Of(double celsius)
    {
        const double A1 = -3.983035;
        const double A2 = 301.797;
        const double A3 = 522528.9;
        const double A4 = 69.34881;
        const double A5 = 999.974950;
        double offset = celsius + A1;
        return A5 * (1 - (offset * offset * (celsius + A2) / (A3 * (celsius + A4))));
    }
}
