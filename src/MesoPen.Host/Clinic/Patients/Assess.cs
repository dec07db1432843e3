namespace MesoPen.Host.Clinic.Patients;

/// <summary>Asks to enter an assessment.</summary>
/// <param name="Findings">What was found.</param>
/// <param name="Corrects">Id of an earlier assessment that this one puts right; null for none.</param>
/// <param name="Reason">Why it is put right; needed with corrects.</param>
public sealed record Assess(Findings Findings, string? Corrects = null, string? Reason = null);
