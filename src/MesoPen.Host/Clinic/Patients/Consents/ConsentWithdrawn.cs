namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>A patient withdrew a consent.</summary>
/// <param name="By">Who entered it.</param>
/// <param name="PatientId">Whose.</param>
/// <param name="ConsentId">Which consent.</param>
/// <param name="Reason">Why, if the patient said it.</param>
public sealed record ConsentWithdrawn(string By, string PatientId, string ConsentId, string Reason) : PatientEvent(By, PatientId);
