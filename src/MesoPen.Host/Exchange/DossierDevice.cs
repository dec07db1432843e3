namespace MesoPen.Host.Exchange;

/// <summary>The device of a session.</summary>
/// <param name="Serial">Serial number.</param>
/// <param name="Family">Id of its profile.</param>
/// <param name="Firmware">Version of its firmware; null if it is not on record.</param>
/// <param name="Calibrations">State of what is calibrated, as it was when the session was armed.</param>
internal sealed record DossierDevice(string Serial, string Family, string? Firmware, IReadOnlyList<DossierCalibration> Calibrations);
