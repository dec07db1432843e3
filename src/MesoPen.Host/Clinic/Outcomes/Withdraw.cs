namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>Asks to withdraw what was entered in error.</summary>
/// <param name="Reason">Why.</param>
public sealed record Withdraw(string Reason);
