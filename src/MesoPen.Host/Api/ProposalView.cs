using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Site;

namespace MesoPen.Host.Api;

/// <summary>A proposed policy as the API shows it.</summary>
/// <param name="ProposalId">Id of the proposal.</param>
/// <param name="Policy">The whole policy as it is to be.</param>
/// <param name="BaseVersion">Version of the policy that it was made from.</param>
/// <param name="Difference">What differs from the policy that holds now.</param>
/// <param name="Reason">Why.</param>
/// <param name="Proposed">The proposer's signature.</param>
/// <param name="Approved">The second person's signature; null if it was not approved.</param>
/// <param name="WithdrawnBy">Who withdrew it; null if nobody did.</param>
public sealed record ProposalView(
    string ProposalId, SitePolicy Policy, int BaseVersion, IReadOnlyList<PolicyChange> Difference, string Reason, Signature Proposed, Signature? Approved,
    string? WithdrawnBy)
{
    /// <summary>The proposal; null if not known.</summary>
    public static ProposalView? Find(ClinicState state, string id)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Site.Proposals.TryGetValue(id, out PolicyProposal? each)
            ? new ProposalView(
                each.Id, each.Policy, each.BaseVersion, PolicyDifference.Of(state.Site.Policy, each.Policy), each.Reason, each.Proposed, each.Approved,
                each.WithdrawnBy)
            : null;
    }
}
