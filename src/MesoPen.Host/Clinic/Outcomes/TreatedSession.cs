namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>What follow-up, recall and audit need to know of a treatment session.</summary>
/// <param name="Id">Id of the session.</param>
/// <param name="PatientId">Who was treated.</param>
/// <param name="ClinicianId">Who treated.</param>
/// <param name="Station">On which station.</param>
/// <param name="Day">On which day, UTC.</param>
/// <param name="DeviceFamily">Family of the device: id of its profile.</param>
/// <param name="DeviceSerial">Serial number of the device; null if none answered.</param>
/// <param name="HeadIds">Needle heads, in order.</param>
/// <param name="Lots">What was in the cartridge.</param>
/// <param name="ShotsFired">Shots that were fired, whatever became of them.</param>
/// <param name="Zones">What each zone got.</param>
public sealed record TreatedSession(
    string Id,
    string PatientId,
    string ClinicianId,
    string Station,
    DateOnly Day,
    string DeviceFamily,
    string? DeviceSerial,
    IReadOnlyList<string> HeadIds,
    IReadOnlyList<TreatedLot> Lots,
    long ShotsFired,
    IReadOnlyList<TreatedZone> Zones);
