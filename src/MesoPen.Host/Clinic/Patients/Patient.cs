namespace MesoPen.Host.Clinic.Patients;

/// <summary>A patient. Nothing more is asked of anybody.</summary>
/// <param name="Id">The clinic's own id.</param>
/// <param name="Initials">Initials.</param>
/// <param name="BirthYear">Year of birth.</param>
/// <param name="Sex">Sex.</param>
/// <param name="SkinType">Fitzpatrick skin type, 1 to 6.</param>
/// <param name="Version">Sequence of the event that registered or last corrected the patient.</param>
public sealed record Patient(string Id, string Initials, int BirthYear, Sex Sex, int SkinType, long Version);
