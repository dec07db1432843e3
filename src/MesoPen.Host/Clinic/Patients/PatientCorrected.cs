namespace MesoPen.Host.Clinic.Patients;

/// <summary>What is known of a patient was wrong and is put right.</summary>
/// <param name="By">Who put it right.</param>
/// <param name="PatientId">Whose.</param>
/// <param name="Reason">Why.</param>
/// <param name="Initials">Initials.</param>
/// <param name="BirthYear">Year of birth.</param>
/// <param name="Sex">Sex.</param>
/// <param name="SkinType">Fitzpatrick skin type, 1 to 6.</param>
public sealed record PatientCorrected(string By, string PatientId, string Reason, string Initials, int BirthYear, Sex Sex, int SkinType)
    : PatientEvent(By, PatientId);
