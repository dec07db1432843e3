using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Clinic.Site;

/// <summary>Somebody wants the site's policy to be this one. It holds once a second person approves it.</summary>
/// <param name="By">Who proposes it.</param>
/// <param name="ProposalId">Id of the proposal.</param>
/// <param name="Policy">The whole policy as it is to be.</param>
/// <param name="BaseVersion">Version of the policy that it was made from: void if that one no longer holds.</param>
/// <param name="Reason">Why.</param>
/// <param name="Signature">The proposer's, bound to policy and base version.</param>
public sealed record SitePolicyProposed(string By, string ProposalId, SitePolicy Policy, int BaseVersion, string Reason, Signature Signature)
    : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => SiteState.Stream;
}
