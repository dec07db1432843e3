namespace MesoPen.Host.Calibration;

/// <summary>Where the gauge saw the tip of a needle.</summary>
/// <param name="Point">Index in <see cref="CalibrationSetup.Points"/>; -1 for the zero at home.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="Needle">Which needle of the head, from 0.</param>
/// <param name="Direction">From which side it came.</param>
/// <param name="TargetUm">Where it was sent, µm from home.</param>
/// <param name="GaugeNm">What the gauge said, nm; its zero is of no matter.</param>
/// <param name="AtUnixMs">When.</param>
public sealed record GaugeReading(int Point, int Replicate, int Needle, TravelDirection Direction, long TargetUm, long GaugeNm, long AtUnixMs);
