namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>A caution that was weighed.</summary>
/// <param name="Question">Which question.</param>
/// <param name="Reason">Why treatment is right.</param>
/// <param name="By">Who weighed it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Sequence">Sequence of its event: it counts for answers that were given before.</param>
public sealed record Acknowledgement(string Question, string Reason, string By, DateTimeOffset At, long Sequence);
