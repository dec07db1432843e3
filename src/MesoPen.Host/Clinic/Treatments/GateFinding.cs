using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Whether one prerequisite stands.</summary>
/// <param name="Item">The prerequisite.</param>
/// <param name="Problem">Why it does not; null if it does.</param>
/// <param name="Overridden">Id of a problem type that two people agreed to pass over; null if none was.</param>
public sealed record GateFinding(Readiness Item, Problem? Problem, string? Overridden = null);
