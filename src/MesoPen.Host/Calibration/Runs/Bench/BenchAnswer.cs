namespace MesoPen.Host.Calibration;

/// <summary>What a person at the bench answers: the one thing that was asked.</summary>
/// <param name="Question">Number of the question.</param>
/// <param name="Value">ng, nm or Pa, as the question says; null for a word that it is done.</param>
/// <param name="WaterMilliC">Temperature of the water, m°C.</param>
/// <param name="AirMilliC">Temperature of the air, m°C.</param>
/// <param name="PressurePa">Pressure of the air, Pa.</param>
/// <param name="HumidityPermille">Relative humidity, thousandths.</param>
public sealed record BenchAnswer(
    int Question, long? Value = null, int? WaterMilliC = null, int? AirMilliC = null, int? PressurePa = null, int? HumidityPermille = null);
