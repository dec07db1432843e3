using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Calibration;

/// <summary>All is measured. A certificate can be issued, if it passes.</summary>
/// <param name="By">Station.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="ShotCounter">Lifetime shot counter of the device.</param>
/// <param name="Verdict">What the last series says of the device; null in records of before this was written.</param>
public sealed record CalibrationEnded(string By, string CalibrationId, long ShotCounter, Verdict? Verdict = null) : CalibrationEvent(By, CalibrationId);
