namespace MesoPen.Host.Clinic.Patients;

/// <summary>Asks to put right what is known of a patient.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Initials">1 to 8 letters.</param>
/// <param name="BirthYear">Year of birth.</param>
/// <param name="Sex">Sex.</param>
/// <param name="SkinType">Fitzpatrick skin type, 1 to 6.</param>
public sealed record CorrectPatient(string Reason, string Initials, int BirthYear, Sex Sex, int SkinType);
