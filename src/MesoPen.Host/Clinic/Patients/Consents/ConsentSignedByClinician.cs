using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>A clinician signed that a consent was explained.</summary>
/// <param name="By">Who signed.</param>
/// <param name="PatientId">Whose consent.</param>
/// <param name="ConsentId">Which consent.</param>
/// <param name="Signature">The signature, over the consent and the patient's signature.</param>
public sealed record ConsentSignedByClinician(string By, string PatientId, string ConsentId, Signature Signature) : PatientEvent(By, PatientId);
