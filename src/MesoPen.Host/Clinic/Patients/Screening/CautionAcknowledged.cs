namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>A clinician weighed a caution and treats nevertheless.</summary>
/// <param name="By">Who weighed it.</param>
/// <param name="PatientId">Whose.</param>
/// <param name="ScreeningId">Of which screening.</param>
/// <param name="Question">Which question.</param>
/// <param name="Reason">Why treatment is right.</param>
public sealed record CautionAcknowledged(string By, string PatientId, string ScreeningId, string Question, string Reason)
    : PatientEvent(By, PatientId);
