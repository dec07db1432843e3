namespace MesoPen.Host.Clinic.Plans;

/// <summary>A protocol, version 1.</summary>
/// <param name="By">Who made it.</param>
/// <param name="ProtocolId">The clinic's own id.</param>
/// <param name="Title">For people.</param>
/// <param name="Content">What is to be done.</param>
public sealed record ProtocolMade(string By, string ProtocolId, string Title, PlanContent Content) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "protocol/" + ProtocolId;
}
