namespace MesoPen.Host.Exchange;

/// <summary>Calibration of one quantity of a device.</summary>
/// <param name="Quantity"><c>volume</c> or <c>depth</c>.</param>
/// <param name="State">In date, due, or never done; null if it is not on record.</param>
/// <param name="At">When it was calibrated, UTC; null if it is not on record.</param>
internal sealed record DossierCalibration(string Quantity, CalibrationState? State, DateTimeOffset? At);
