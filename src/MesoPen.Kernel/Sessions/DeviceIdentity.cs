namespace MesoPen.Kernel;

/// <summary>Who the device is and what it can do.</summary>
/// <param name="Model">Profile id.</param>
/// <param name="Serial">Serial number.</param>
/// <param name="BootId">Id of this boot.</param>
/// <param name="CalibrationDueDay">Last day of its calibration, days since 1970-01-01; 0 = never calibrated.</param>
/// <param name="PermitShotsMax">Shots that a permit may reach ahead.</param>
/// <param name="LeaseMaxMs">Longest lease, ms.</param>
/// <param name="Caps">What its firmware enforces, as limits.</param>
public sealed record DeviceIdentity(
    string Model, string Serial, uint BootId, long CalibrationDueDay, int PermitShotsMax, int LeaseMaxMs, IReadOnlyList<Limit> Caps);
