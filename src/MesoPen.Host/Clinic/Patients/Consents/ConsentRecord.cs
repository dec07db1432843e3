using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>A consent with its signatures.</summary>
/// <param name="Id">Id of the consent.</param>
/// <param name="By">Who drew it up.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Binding">To what.</param>
/// <param name="Sha256">Hash of the binding: what is signed.</param>
/// <param name="Patient">The patient's signature; null until there is one.</param>
/// <param name="Clinician">The clinician's signature; null until there is one.</param>
/// <param name="Withdrawn">Why it was withdrawn; null if it was not.</param>
/// <param name="Sequence">Sequence of the last event about it.</param>
public sealed record ConsentRecord(
    string Id,
    string By,
    DateTimeOffset At,
    ConsentBinding Binding,
    string Sha256,
    PatientSignature? Patient,
    Signature? Clinician,
    string? Withdrawn,
    long Sequence)
{
    /// <summary>Hash of what the clinician signs: the consent with the patient's signature.</summary>
    internal string? ClinicianSha256() => Patient is null ? null : ClinicJson.Sha256(new { Consent = Sha256, Drawing = ClinicJson.Sha256(Patient.Drawing) });
}
