namespace MesoPen.Host.Clinic.Patients;

/// <summary>A patient is known here from now on.</summary>
/// <param name="By">Who registered the patient.</param>
/// <param name="PatientId">The clinic's own id.</param>
/// <param name="Initials">Initials, for people to tell patients apart.</param>
/// <param name="BirthYear">Year of birth.</param>
/// <param name="Sex">Sex.</param>
/// <param name="SkinType">Fitzpatrick skin type, 1 to 6.</param>
public sealed record PatientRegistered(string By, string PatientId, string Initials, int BirthYear, Sex Sex, int SkinType)
    : PatientEvent(By, PatientId);
