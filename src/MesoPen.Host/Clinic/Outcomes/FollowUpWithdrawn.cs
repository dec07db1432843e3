namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>An entry of the follow-up was made in error: the contact is due again.</summary>
/// <param name="By">Who withdrew it.</param>
/// <param name="FollowUpId">Id of the entry.</param>
/// <param name="Reason">Why.</param>
public sealed record FollowUpWithdrawn(string By, string FollowUpId, string Reason) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "follow-up/" + FollowUpId;
}
