namespace MesoPen.Host.Calibration.Metrology;

/// <summary>What one calibration found, as found.</summary>
/// <param name="Day">When.</param>
/// <param name="Error">Systematic error; percent, or any one unit.</param>
/// <param name="Standard">Its combined standard uncertainty, in the same unit.</param>
public sealed record DriftPoint(DateOnly Day, double Error, double Standard);
