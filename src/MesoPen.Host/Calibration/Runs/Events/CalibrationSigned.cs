using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Calibration;

/// <summary>Whoever measured stands for the readings.</summary>
/// <param name="By">The engineer who began it.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Signature">Bound to all readings.</param>
public sealed record CalibrationSigned(string By, string CalibrationId, Signature Signature) : CalibrationEvent(By, CalibrationId);
