namespace MesoPen.Host.Calibration;

/// <summary>One stop of a needle on its way out and back.</summary>
/// <param name="Point">Index of the point; -1 for the zero at home.</param>
/// <param name="Direction">From which side it comes.</param>
/// <param name="TargetUm">Where it is sent, µm from home.</param>
public sealed record SweepStep(int Point, TravelDirection Direction, long TargetUm);
