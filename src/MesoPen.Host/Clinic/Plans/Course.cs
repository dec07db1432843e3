namespace MesoPen.Host.Clinic.Plans;

/// <summary>How a series runs.</summary>
/// <param name="Sessions">Sessions of the series.</param>
/// <param name="Interval">Between them.</param>
/// <param name="Maintenance">Between sessions after the series; null if there are none.</param>
/// <param name="Source">Where the numbers come from, if they are not the usual ones (docs/clinic.md); else null.</param>
public sealed record Course(int Sessions, Interval Interval, Interval? Maintenance = null, string? Source = null);
