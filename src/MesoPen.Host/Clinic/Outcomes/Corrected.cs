namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>Asks for a change of what was entered, and says why.</summary>
/// <param name="Details">What holds instead, whole.</param>
/// <param name="Reason">Why.</param>
public sealed record Corrected<TDetails>(TDetails Details, string Reason);
