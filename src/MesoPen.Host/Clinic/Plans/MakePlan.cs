namespace MesoPen.Host.Clinic.Plans;

/// <summary>Asks for a patient's plan, made from a protocol.</summary>
/// <param name="PlanId">The clinic's own id.</param>
/// <param name="PatientId">Whose it is.</param>
/// <param name="Title">For people.</param>
/// <param name="ProtocolId">The protocol.</param>
/// <param name="StartsOn">First day of the series.</param>
/// <param name="Content">What differs for this patient, whole; null to take the protocol as it is.</param>
public sealed record MakePlan(string PlanId, string PatientId, string Title, string ProtocolId, DateOnly StartsOn, PlanContent? Content = null);
