namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>A medical clearance.</summary>
/// <param name="Id">Id of the clearance.</param>
/// <param name="Question">The question of the screening that it is about.</param>
/// <param name="GivenBy">Who gave it.</param>
/// <param name="GivenOn">Its date.</param>
/// <param name="ValidUntil">Last day on which it counts.</param>
/// <param name="Reference">Where the paper lies.</param>
/// <param name="By">Who entered it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Withdrawn">Why it does not count; null if it does.</param>
public sealed record Clearance(
    string Id, string Question, string GivenBy, DateOnly GivenOn, DateOnly ValidUntil, string Reference, string By, DateTimeOffset At, string? Withdrawn = null)
{
    /// <summary>Whether it clears a question on a day.</summary>
    public bool Clears(string question, DateOnly day) => Withdrawn is null && Question == question && day >= GivenOn && day <= ValidUntil;
}
