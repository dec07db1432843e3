namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>What follow-up, recall and audit need to know of a treatment session.</summary>
/// <param name="Id">Id of the session.</param>
/// <param name="PatientId">Who was treated.</param>
/// <param name="ClinicianId">Who treated.</param>
/// <param name="Station">On which station.</param>
/// <param name="Day">On which day, UTC.</param>
/// <param name="DeviceSerial">Serial number of the device; null if none answered.</param>
/// <param name="HeadId">Needle head.</param>
/// <param name="Lots">What was in the cartridge.</param>
/// <param name="FirstShot">The device's shot counter before the session's first shot; null if none answered.</param>
/// <param name="LastShot">The device's counter of the session's last shot; null if there was none.</param>
/// <param name="Zones">What each zone got.</param>
public sealed record TreatedSession(
    string Id,
    string PatientId,
    string ClinicianId,
    string Station,
    DateOnly Day,
    string? DeviceSerial,
    string HeadId,
    IReadOnlyList<TreatedLot> Lots,
    long? FirstShot,
    long? LastShot,
    IReadOnlyList<TreatedZone> Zones);
