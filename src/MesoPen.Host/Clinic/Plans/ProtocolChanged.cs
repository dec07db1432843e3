namespace MesoPen.Host.Clinic.Plans;

/// <summary>A protocol has one more version. Plans that exist keep theirs.</summary>
/// <param name="By">Who changed it.</param>
/// <param name="ProtocolId">Which.</param>
/// <param name="Reason">Why.</param>
/// <param name="Content">What is to be done from now on.</param>
public sealed record ProtocolChanged(string By, string ProtocolId, string Reason, PlanContent Content) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "protocol/" + ProtocolId;
}
