namespace MesoPen.Host.Clinic.Patients;

/// <summary>A patient's skin as it was found.</summary>
/// <param name="Id">Id of the assessment.</param>
/// <param name="By">Who assessed.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Findings">What was found.</param>
/// <param name="Corrects">Id of an earlier assessment that this one puts right; null for none.</param>
/// <param name="Reason">Why it was put right; null if it does not correct one.</param>
/// <param name="CorrectedBy">Id of the assessment that puts this one right; null if none does.</param>
public sealed record Assessment(
    string Id, string By, DateTimeOffset At, Findings Findings, string? Corrects, string? Reason, string? CorrectedBy = null);
