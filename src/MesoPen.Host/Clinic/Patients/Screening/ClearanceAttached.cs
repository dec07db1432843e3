namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>A doctor cleared a patient for treatment in spite of a condition.</summary>
/// <param name="By">Who entered it.</param>
/// <param name="PatientId">Whose.</param>
/// <param name="ClearanceId">Id of the clearance.</param>
/// <param name="Question">The question of the screening that it is about.</param>
/// <param name="GivenBy">Who gave it: name and office.</param>
/// <param name="GivenOn">Its date.</param>
/// <param name="ValidUntil">Last day on which it counts, as its giver stated.</param>
/// <param name="Reference">Where the paper lies.</param>
public sealed record ClearanceAttached(
    string By, string PatientId, string ClearanceId, string Question, string GivenBy, DateOnly GivenOn, DateOnly ValidUntil, string Reference)
    : PatientEvent(By, PatientId);
