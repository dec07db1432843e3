namespace MesoPen.Host.Calibration;

/// <summary>Room and water at one moment.</summary>
/// <param name="AtUnixMs">When.</param>
/// <param name="WaterMilliC">Temperature of the water, m°C.</param>
/// <param name="AirMilliC">Temperature of the air, m°C.</param>
/// <param name="PressurePa">Pressure of the air, Pa.</param>
/// <param name="HumidityPermille">Relative humidity, thousandths.</param>
/// <param name="Source">typed, or the name of the file.</param>
public sealed record EnvironmentReading(long AtUnixMs, int WaterMilliC, int AirMilliC, int PressurePa, int HumidityPermille, string Source);
