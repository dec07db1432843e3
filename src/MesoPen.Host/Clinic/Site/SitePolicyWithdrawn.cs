namespace MesoPen.Host.Clinic.Site;

/// <summary>A proposed policy is not to be.</summary>
/// <param name="By">Who withdrew it.</param>
/// <param name="ProposalId">The proposal.</param>
public sealed record SitePolicyWithdrawn(string By, string ProposalId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => SiteState.Stream;
}
