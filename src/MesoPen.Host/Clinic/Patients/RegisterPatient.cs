namespace MesoPen.Host.Clinic.Patients;

/// <summary>Asks to register a patient.</summary>
/// <param name="PatientId">The clinic's own id: 1 to 32 letters, digits, dots, hyphens.</param>
/// <param name="Initials">1 to 8 letters.</param>
/// <param name="BirthYear">Year of birth.</param>
/// <param name="Sex">Sex.</param>
/// <param name="SkinType">Fitzpatrick skin type, 1 to 6.</param>
public sealed record RegisterPatient(string PatientId, string Initials, int BirthYear, Sex Sex, int SkinType);
