namespace MesoPen.Host.Clinic;

/// <summary>A clinic event with its place in the journal.</summary>
/// <param name="Sequence">Sequence of its row: the version of what it changed.</param>
/// <param name="At">When it was decided, by the clock of the station that wrote it; UTC, whole ms.</param>
/// <param name="Event">What happened.</param>
public sealed record ClinicFact(long Sequence, DateTimeOffset At, ClinicEvent Event);
