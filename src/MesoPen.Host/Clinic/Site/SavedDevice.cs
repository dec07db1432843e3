namespace MesoPen.Host.Clinic.Site;

/// <summary>A device that a station may treat with: it was asked who it is before it was saved, and only that very device is taken at its address.</summary>
/// <param name="DeviceId">Id.</param>
/// <param name="Station">Station whose ports the address is of.</param>
/// <param name="Name">For people.</param>
/// <param name="Address">A path, serial:PATH?baud=N or tcp://HOST:PORT.</param>
/// <param name="Model">Id of its profile.</param>
/// <param name="Serial">Serial number: another device at this address is refused.</param>
/// <param name="Firmware">Version of its firmware when it was saved.</param>
/// <param name="Needles">Needles of its head.</param>
/// <param name="Simulated">It says that it is simulated.</param>
/// <param name="CalibrationDueOn">Last day of its calibration when it was saved; null if it was never calibrated.</param>
/// <param name="By">Who saved it.</param>
/// <param name="At">When, UTC.</param>
public sealed record SavedDevice(
    string DeviceId, string Station, string Name, string Address, string Model, string Serial, string Firmware, int Needles, bool Simulated,
    DateOnly? CalibrationDueOn, string By, DateTimeOffset At);
