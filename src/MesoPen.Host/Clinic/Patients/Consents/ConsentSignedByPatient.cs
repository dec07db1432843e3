namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>A patient signed a consent.</summary>
/// <param name="By">Who handed the patient the field to sign.</param>
/// <param name="PatientId">Who signed.</param>
/// <param name="ConsentId">Which consent.</param>
/// <param name="Sha256">Hash of what was signed.</param>
/// <param name="Drawing">The signature.</param>
public sealed record ConsentSignedByPatient(string By, string PatientId, string ConsentId, string Sha256, Drawing Drawing)
    : PatientEvent(By, PatientId);
