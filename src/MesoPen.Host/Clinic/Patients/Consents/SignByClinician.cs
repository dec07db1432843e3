namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>The clinician signs that the consent was explained; with a fresh proof of who signs.</summary>
/// <param name="Sha256">Hash of what the patient signed, as the consent states it.</param>
public sealed record SignByClinician(string Sha256);
