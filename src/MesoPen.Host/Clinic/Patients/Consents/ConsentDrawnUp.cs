namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>A consent lies before a patient. Earlier ones to the same plan count no longer.</summary>
/// <param name="By">Who drew it up.</param>
/// <param name="PatientId">Whose.</param>
/// <param name="ConsentId">Id of the consent.</param>
/// <param name="Binding">To what.</param>
/// <param name="Sha256">Hash of the binding: what is signed.</param>
public sealed record ConsentDrawnUp(string By, string PatientId, string ConsentId, ConsentBinding Binding, string Sha256)
    : PatientEvent(By, PatientId);
