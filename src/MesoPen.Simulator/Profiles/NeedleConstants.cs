namespace MesoPen.Simulator;

/// <summary>The needle's axis.</summary>
/// <param name="AccelerationUmPerS2">Of the drive, µm/s².</param>
/// <param name="BacklashUm">Play between carriage and needle, µm: the tip lags by it on the way out.</param>
/// <param name="HomeSwitchUm">The home switch is closed below this position, µm.</param>
public sealed record NeedleConstants(int AccelerationUmPerS2, int BacklashUm, int HomeSwitchUm);
