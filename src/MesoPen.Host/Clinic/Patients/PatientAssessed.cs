namespace MesoPen.Host.Clinic.Patients;

/// <summary>A patient's skin was assessed, or an assessment put right.</summary>
/// <param name="By">Who assessed.</param>
/// <param name="PatientId">Whose.</param>
/// <param name="AssessmentId">Id of the assessment.</param>
/// <param name="Findings">What was found.</param>
/// <param name="Corrects">Id of an earlier assessment that this one puts right; null for none.</param>
/// <param name="Reason">Why it was put right; null if it does not correct one.</param>
public sealed record PatientAssessed(string By, string PatientId, string AssessmentId, Findings Findings, string? Corrects, string? Reason)
    : PatientEvent(By, PatientId);
