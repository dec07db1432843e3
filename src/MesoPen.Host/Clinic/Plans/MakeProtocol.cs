namespace MesoPen.Host.Clinic.Plans;

/// <summary>Asks for a protocol.</summary>
/// <param name="ProtocolId">The clinic's own id.</param>
/// <param name="Title">For people.</param>
/// <param name="Content">What is to be done.</param>
public sealed record MakeProtocol(string ProtocolId, string Title, PlanContent Content);
