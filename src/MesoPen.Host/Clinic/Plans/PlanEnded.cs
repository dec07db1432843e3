namespace MesoPen.Host.Clinic.Plans;

/// <summary>No session of a plan follows any more.</summary>
/// <param name="By">Who ended it.</param>
/// <param name="PlanId">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record PlanEnded(string By, string PlanId, string Reason) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "plan/" + PlanId;
}
