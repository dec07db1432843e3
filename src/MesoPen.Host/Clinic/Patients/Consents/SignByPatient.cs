namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>The patient signs.</summary>
/// <param name="Sha256">Hash of what lay before the patient, as the consent states it.</param>
/// <param name="Drawing">The signature.</param>
public sealed record SignByPatient(string Sha256, Drawing Drawing);
