namespace MesoPen.Host.Station;

/// <summary>Who is treated: no more than is needed to see that it is the right one.</summary>
/// <param name="PatientId">The clinic's own id.</param>
/// <param name="Initials">Initials.</param>
public sealed record StationPatient(string PatientId, string Initials);
