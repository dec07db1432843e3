namespace MesoPen.Host.Clinic.Plans;

/// <summary>From one session to the next: not before the least, overdue after the most.</summary>
/// <param name="MinDays">Least days.</param>
/// <param name="MaxDays">Most days.</param>
public sealed record Interval(int MinDays, int MaxDays);
