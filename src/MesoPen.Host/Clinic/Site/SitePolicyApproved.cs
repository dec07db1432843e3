using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Clinic.Site;

/// <summary>A proposed policy holds from now on.</summary>
/// <param name="By">Who approved it: not who proposed it.</param>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Signature">Bound to policy and base version, as the proposer's.</param>
public sealed record SitePolicyApproved(string By, string ProposalId, Signature Signature) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => SiteState.Stream;
}
