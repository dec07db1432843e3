namespace MesoPen.Host.Calibration;

/// <summary>A calibration was begun: nothing has moved yet.</summary>
/// <param name="By">The engineer.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Station">Station at whose bench it is.</param>
/// <param name="Kind">What is calibrated.</param>
/// <param name="Device">The item.</param>
/// <param name="Setup">What was settled before; its references as they were then.</param>
/// <param name="Bench">How the bench does it.</param>
public sealed record CalibrationBegun(
    string By, string CalibrationId, string Station, CalibrationKind Kind, CalibratedDevice Device, CalibrationSetup Setup, BenchSetup Bench)
    : CalibrationEvent(By, CalibrationId);
