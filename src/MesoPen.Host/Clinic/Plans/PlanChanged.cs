namespace MesoPen.Host.Clinic.Plans;

/// <summary>A plan has one more version.</summary>
/// <param name="By">Who changed it.</param>
/// <param name="PlanId">Which.</param>
/// <param name="Reason">Why.</param>
/// <param name="Content">What is to be done from now on.</param>
public sealed record PlanChanged(string By, string PlanId, string Reason, PlanContent Content) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "plan/" + PlanId;
}
