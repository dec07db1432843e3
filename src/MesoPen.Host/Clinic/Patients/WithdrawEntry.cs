namespace MesoPen.Host.Clinic.Patients;

/// <summary>Asks that something does not count any more.</summary>
/// <param name="Reason">Why.</param>
public sealed record WithdrawEntry(string Reason);
