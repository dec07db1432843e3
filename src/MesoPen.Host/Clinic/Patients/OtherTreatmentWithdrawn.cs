namespace MesoPen.Host.Clinic.Patients;

/// <summary>An entry of another treatment was a mistake and does not count.</summary>
/// <param name="By">Who says so.</param>
/// <param name="PatientId">Whose.</param>
/// <param name="EntryId">Which entry.</param>
/// <param name="Reason">Why.</param>
public sealed record OtherTreatmentWithdrawn(string By, string PatientId, string EntryId, string Reason) : PatientEvent(By, PatientId);
