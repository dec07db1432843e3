namespace MesoPen.Host.Clinic.Plans;

/// <summary>A patient has a plan, version 1.</summary>
/// <param name="By">Who made it.</param>
/// <param name="PlanId">The clinic's own id.</param>
/// <param name="PatientId">Whose it is.</param>
/// <param name="Title">For people.</param>
/// <param name="ProtocolId">The protocol that it was made from.</param>
/// <param name="ProtocolVersion">Version of the protocol.</param>
/// <param name="StartsOn">First day of the series.</param>
/// <param name="Content">What is to be done.</param>
public sealed record PlanMade(
    string By, string PlanId, string PatientId, string Title, string ProtocolId, int ProtocolVersion, DateOnly StartsOn, PlanContent Content)
    : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "plan/" + PlanId;
}
