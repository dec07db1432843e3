namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Room and water during a series of weighings: means over its readings of the environment.</summary>
/// <param name="WaterC">Water, °C.</param>
/// <param name="AirC">Air, °C.</param>
/// <param name="PressureHpa">Pressure of the air, hPa.</param>
/// <param name="HumidityPercent">Relative humidity, %.</param>
/// <param name="WaterSpanC">Warmest less coldest water, °C.</param>
/// <param name="WaterDensity">kg/m³.</param>
/// <param name="AirDensity">kg/m³.</param>
/// <param name="Z">Factor from mass to volume, µL/mg, not corrected to 20 °C.</param>
/// <param name="ZStandard">Its standard uncertainty, µL/mg.</param>
/// <param name="Evaporation">What evaporates; null without a blank.</param>
public sealed record WeighingConditions(
    double WaterC, double AirC, double PressureHpa, double HumidityPercent, double WaterSpanC, double WaterDensity, double AirDensity, double Z,
    double ZStandard, Evaporation? Evaporation);
