namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>An answer, and when it was given.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Sequence">Sequence of the event that brought it.</param>
public sealed record GivenAnswer(ScreeningAnswer Answer, string By, DateTimeOffset At, long Sequence);
