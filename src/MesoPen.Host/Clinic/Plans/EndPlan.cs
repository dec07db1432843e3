namespace MesoPen.Host.Clinic.Plans;

/// <summary>Asks that no session of a plan follows.</summary>
/// <param name="Reason">Why.</param>
public sealed record EndPlan(string Reason);
