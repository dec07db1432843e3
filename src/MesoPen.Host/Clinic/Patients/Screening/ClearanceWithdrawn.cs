namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>A clearance does not count any more.</summary>
/// <param name="By">Who says so.</param>
/// <param name="PatientId">Whose.</param>
/// <param name="ClearanceId">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record ClearanceWithdrawn(string By, string PatientId, string ClearanceId, string Reason) : PatientEvent(By, PatientId);
