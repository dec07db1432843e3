namespace MesoPen.Host.Clinic.People;

/// <summary>Asks to withdraw that a person can use devices of a family.</summary>
/// <param name="DeviceFamily">Family of devices.</param>
/// <param name="Reason">Why, one line.</param>
public sealed record WithdrawCompetence(string DeviceFamily, string Reason);
