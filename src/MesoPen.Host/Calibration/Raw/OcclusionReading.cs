namespace MesoPen.Host.Calibration;

/// <summary>One try against a closed way out.</summary>
/// <param name="Point">Index in <see cref="CalibrationSetup.Points"/>.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="DetectedPa">Pressure that the reference showed when the device said occlusion, Pa.</param>
/// <param name="AfterMs">From the beginning of the move to the fault, ms.</param>
/// <param name="BolusNl">What came out when the way was opened, nL; null if it was not measured.</param>
/// <param name="AtUnixMs">When.</param>
public sealed record OcclusionReading(int Point, int Replicate, long DetectedPa, int AfterMs, long? BolusNl, long AtUnixMs);
