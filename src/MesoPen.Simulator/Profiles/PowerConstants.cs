namespace MesoPen.Simulator;

/// <summary>Battery and temperature.</summary>
/// <param name="BatteryPermille">Charge at the start, thousandths.</param>
/// <param name="BatteryStrokesPerPermille">Strokes that cost a thousandth of the charge.</param>
/// <param name="TemperatureCc">Of the device, hundredths of a degree Celsius.</param>
public sealed record PowerConstants(int BatteryPermille, int BatteryStrokesPerPermille, int TemperatureCc);
