namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>Asks to attach a medical clearance.</summary>
/// <param name="Question">The question of the screening that it is about.</param>
/// <param name="GivenBy">Who gave it: name and office.</param>
/// <param name="GivenOn">Its date.</param>
/// <param name="ValidUntil">Last day on which it counts, as its giver stated.</param>
/// <param name="Reference">Where the paper lies.</param>
public sealed record AttachClearance(string Question, string GivenBy, DateOnly GivenOn, DateOnly ValidUntil, string Reference);
