namespace MesoPen.Host.Clinic.Plans;

/// <summary>A session of a series that is still to come.</summary>
/// <param name="Number">Counted from 1; sessions of maintenance count on.</param>
/// <param name="Maintenance">Whether the series itself is complete.</param>
/// <param name="NotBefore">First day on which it may be.</param>
/// <param name="NotAfter">Overdue after this day.</param>
public sealed record DueSession(int Number, bool Maintenance, DateOnly NotBefore, DateOnly NotAfter);
