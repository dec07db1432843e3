using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Calibration;

/// <summary>A second person accepted the proposed scale: it may be set.</summary>
/// <param name="By">The second person.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Scale">The scale that was accepted.</param>
/// <param name="Signature">Bound to the proposal.</param>
public sealed record CalibrationAdjustmentAccepted(string By, string CalibrationId, DeviceScale Scale, Signature Signature)
    : CalibrationEvent(By, CalibrationId);
