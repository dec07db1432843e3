using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>Densities of water and air, and the factor Z.</summary>
public sealed class MassToVolumeTests
{
    [Theory]
    [InlineData(4, 999.9749)]
    [InlineData(10, 999.7027)]
    [InlineData(15, 999.1026)]
    [InlineData(20, 998.2067)]
    [InlineData(25, 997.0470)]
    [InlineData(30, 995.6488)]
    [InlineData(35, 994.0326)]
    [InlineData(40, 992.2152)]
    public void Water_agrees_with_the_published_table(double celsius, double density)
    {
        // Aim: M. Tanaka et al., Metrologia 38 (2001) 301, table 1, kg/m³.
        Assert.Equal(density, WaterDensity.Of(celsius), 0.0001);
    }

    [Fact]
    public void Water_agrees_with_an_older_formula()
    {
        // Aim: G. S. Kell, J. Chem. Eng. Data 20 (1975) 97: another fit of other measurements, on the temperature scale of 1968, 0 to 40 °C.
        for (double t = 0; t <= 40; t += 0.5)
        {
            double above = 999.83952 + (16.945176 * t) - (7.9870401e-3 * t * t) - (46.170461e-6 * t * t * t) + (105.56302e-9 * Math.Pow(t, 4))
                - (280.54253e-12 * Math.Pow(t, 5));
            Assert.Equal(above / (1 + (16.879850e-3 * t)), WaterDensity.Of(t), 0.006);
        }
    }

    [Fact]
    public void Air_lies_within_its_uncertainty_of_the_whole_formula()
    {
        // Aim: against CIPM-2007 with all its terms, over the range that the approximation is stated for.
        double worst = 0;
        for (double celsius = 10; celsius <= 30; celsius += 2)
        {
            for (double pressure = 900; pressure <= 1100; pressure += 20)
            {
                for (double humidity = 0; humidity <= 80; humidity += 10)
                {
                    double whole = Cipm2007(celsius, pressure * 100, humidity / 100);
                    worst = Math.Max(worst, Math.Abs((AirDensity.Of(celsius, pressure, humidity) / whole) - 1));
                }
            }
        }

        Assert.InRange(worst, 0, 2 * AirDensity.RelativeStandard);
        Assert.Equal(1.1992, AirDensity.Of(20, 1013.25, 50), 0.0003);
    }

    [Theory]
    [InlineData(15, 1.0020)]
    [InlineData(20, 1.0029)]
    [InlineData(20.5, 1.0030)]
    [InlineData(21, 1.0031)]
    [InlineData(22, 1.0033)]
    [InlineData(23, 1.0035)]
    [InlineData(25, 1.0040)]
    [InlineData(30, 1.0054)]
    public void Z_agrees_with_printed_tables(double celsius, double z)
    {
        // Aim: Sartorius, Picus operating instructions (20 to 23 °C), and recomputed values, at 101.3 kPa, weights of 8000 kg/m³: within 10⁻⁴.
        Assert.Equal(z, MassToVolume.Z(WaterDensity.Of(celsius), AirDensity.Of(celsius, 1013, 50), 8000), 0.0001);
    }

    [Fact]
    public void Expansion_is_corrected_towards_twenty_degrees()
    {
        // Aim: a warm syringe holds more than it would at 20 °C: the corrected volume is smaller; without a coefficient nothing changes.
        Assert.Equal(1 - (4.5e-4 * 5), MassToVolume.To20(25, 4.5e-4), 1e-12);
        Assert.Equal(1, MassToVolume.To20(25, 0));
    }

    // A. Picard, R. S. Davis, M. Gläser, K. Fujii, Revised formula for the density of moist air (CIPM-2007), Metrologia 45 (2008) 149, for
    // 400 µmol/mol of carbon dioxide.
    private static double Cipm2007(double celsius, double pascal, double humidity)
    {
        double kelvin = celsius + 273.15;
        double saturation = Math.Exp((1.2378847e-5 * kelvin * kelvin) - (1.9121316e-2 * kelvin) + 33.93711047 - (6.3431645e3 / kelvin));
        double enhancement = 1.00062 + (3.14e-8 * pascal) + (5.6e-7 * celsius * celsius);
        double vapour = humidity * enhancement * saturation / pascal;
        double ratio = pascal / kelvin;
        double compressibility = 1
            - (ratio * (1.58123e-6 - (2.9331e-8 * celsius) + (1.1043e-10 * celsius * celsius)
                + ((5.707e-6 - (2.051e-8 * celsius)) * vapour) + ((1.9898e-4 - (2.376e-6 * celsius)) * vapour * vapour)))
            + (ratio * ratio * (1.83e-11 - (0.765e-8 * vapour * vapour)));
        return pascal * 28.96546e-3 / (compressibility * 8.314472 * kelvin) * (1 - (vapour * (1 - (18.01528e-3 / 28.96546e-3))));
    }
}
