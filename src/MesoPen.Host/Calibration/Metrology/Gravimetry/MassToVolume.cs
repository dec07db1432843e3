namespace MesoPen.Host.Calibration.Metrology;

/// <summary>From what a balance shows to the volume of the water on it (ISO 8655-6:2022 and EURAMET cg-19, adapted).</summary>
public static class MassToVolume
{
    /// <summary>Temperature that volumes are given at when the expansion of the syringe is corrected for, °C.</summary>
    public const double ReferenceC = 20;

    /// <summary>The factor Z, µL/mg: volume of the water whose weight in air the balance shows as one milligram.</summary>
    /// <param name="water">Density of the water, kg/m³.</param>
    /// <param name="air">Density of the air, kg/m³.</param>
    /// <param name="weights">Density of the weights that the balance was adjusted with, kg/m³.</param>
    public static double Z(double water, double air, double weights) => 1000 / (water - air) * (1 - (air / weights));

    /// <summary>What the volume is multiplied by to be that of the syringe at 20 °C.</summary>
    /// <param name="celsius">Temperature of water and syringe, °C.</param>
    /// <param name="expansion">Cubic thermal expansion, per K; 0 leaves the volume as it is.</param>
    public static double To20(double celsius, double expansion) => 1 - (expansion * (celsius - ReferenceC));
}
