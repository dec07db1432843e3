namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>A patient's signature under a consent.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Witness">Who handed the patient the field to sign.</param>
/// <param name="Sha256">Hash of what was signed.</param>
/// <param name="Drawing">The signature.</param>
public sealed record PatientSignature(DateTimeOffset At, string Witness, string Sha256, Drawing Drawing);
