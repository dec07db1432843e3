namespace MesoPen.Host.Calibration.Metrology;

/// <summary>What evaporates, by regression of the blanks' losses on their durations.</summary>
/// <param name="MgPerHour">Rate of loss; negative if the vessel gains.</param>
/// <param name="StandardMgPerHour">Its standard uncertainty.</param>
/// <param name="DegreesOfFreedom">Of that; null if it comes from the balance's resolution alone, which is taken as known.</param>
/// <param name="Blanks">How many blanks.</param>
public sealed record Evaporation(double MgPerHour, double StandardMgPerHour, double? DegreesOfFreedom, int Blanks);
