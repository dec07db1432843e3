namespace MesoPen.Host.Station;

/// <summary>The device of the station.</summary>
/// <param name="Model">Id of its profile.</param>
/// <param name="Serial">Serial number.</param>
/// <param name="Firmware">Version of its firmware.</param>
/// <param name="CalibrationDueOn">Last day of its calibration; null if it was never calibrated.</param>
/// <param name="CalibrationInDate">Whether its calibration is in date, by the station's clock.</param>
/// <param name="Primed">Its line is full.</param>
/// <param name="SelfTested">It passed its self-test in this boot.</param>
public sealed record StationDevice(
    string Model, string Serial, string Firmware, DateOnly? CalibrationDueOn, bool CalibrationInDate, bool Primed, bool SelfTested);
