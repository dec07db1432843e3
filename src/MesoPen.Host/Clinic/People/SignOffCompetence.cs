namespace MesoPen.Host.Clinic.People;

/// <summary>Asks to sign a person off for a family of devices.</summary>
/// <param name="DeviceFamily">Family of devices: id of a profile, such as gun-5.</param>
/// <param name="Until">The last day on which it counts, UTC.</param>
public sealed record SignOffCompetence(string DeviceFamily, DateOnly Until);
