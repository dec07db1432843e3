namespace MesoPen.Host.Calibration.Metrology;

/// <summary>How far apart the two ways to one position end: a point of the hysteresis loop.</summary>
/// <param name="Point">Index in <see cref="CalibrationSetup.Points"/>.</param>
/// <param name="Needle">From 0.</param>
/// <param name="TargetUm">Where it was sent, µm.</param>
/// <param name="OutErrorUm">Mean error on the way out, µm.</param>
/// <param name="BackErrorUm">Mean error on the way back, µm.</param>
/// <param name="HysteresisUm">Back less out, µm.</param>
/// <param name="StandardUm">Its standard uncertainty, µm; zero and the gauge's calibration cancel.</param>
public sealed record HysteresisResult(
    int Point, int Needle, double TargetUm, double OutErrorUm, double BackErrorUm, double HysteresisUm, double StandardUm);
