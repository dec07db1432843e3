namespace MesoPen.Host.Station;

/// <summary>What the device's sensors said at one moment.</summary>
/// <param name="TMs">The device's clock, ms; wraps.</param>
/// <param name="PressureKpa">Pressure in the line, kPa; null if the device does not measure it.</param>
/// <param name="NeedleUm">How far the needle is out along its own axis, µm; null if the device does not say it.</param>
public sealed record LiveSample(long TMs, int? PressureKpa, int? NeedleUm);
