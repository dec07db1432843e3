namespace MesoPen.Host.Calibration;

/// <summary>A scale was fitted to what was found, and waits for a second person.</summary>
/// <param name="By">Station.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Proposal">The scale and what it was fitted to.</param>
public sealed record CalibrationAdjustmentProposed(string By, string CalibrationId, ProposedAdjustment Proposal) : CalibrationEvent(By, CalibrationId);
