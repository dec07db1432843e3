using System.Collections.Immutable;
using System.Globalization;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Site;

/// <summary>The site: its name, policy and limits.</summary>
public sealed record SiteState
{
    /// <summary>Stream of everything about the site as such.</summary>
    public const string Stream = "site/policy";

    /// <summary>Before the first event.</summary>
    public static SiteState Empty { get; } = new();

    /// <summary>The clinic's name; null before the site was set up.</summary>
    public string? Name { get; private init; }

    /// <summary>Language of the clinic, BCP 47; null if none was stated.</summary>
    public string? Language { get; private init; }

    /// <summary>The clinic is an example: nobody is treated here, and only simulated devices are armed.</summary>
    public bool Example { get; private init; }

    /// <summary>What the site says about treatments.</summary>
    public SitePolicy Policy { get; internal init; } = SitePolicy.Empty;

    /// <summary>Version of the policy: 0 before the first one was approved.</summary>
    public int PolicyVersion { get; private init; }

    /// <summary>Whether the site allows only heads with one needle.</summary>
    public bool ForbidsMultiNeedleHeads => Policy.ForbidsMultiNeedleHeads;

    /// <summary>Least days between another treatment and a session, by the treatment's word (peel, laser, microneedling, filler); what is missing is not known.</summary>
    public ImmutableSortedDictionary<string, int> CombinationDays => Policy.CombinationDays;

    /// <summary>Days for which the answers of a screening count; null while not stated, which blocks.</summary>
    public int? ScreeningDays => Policy.ScreeningDays;

    /// <summary>Days for which a consent counts; null while not stated, which blocks.</summary>
    public int? ConsentDays => Policy.ConsentDays;

    /// <summary>Limits of the site, as the kernel takes them.</summary>
    public ImmutableArray<Limit> Limits { get; internal init; } = [];

    /// <summary>Policies that were proposed, by id.</summary>
    public ImmutableSortedDictionary<string, PolicyProposal> Proposals { get; private init; } =
        ImmutableSortedDictionary<string, PolicyProposal>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>How long sign-ins last and when accounts are locked.</summary>
    public SiteSecurity Security { get; private init; } = SiteSecurity.Default;

    /// <summary>Sequence of the last event about the site as such; 0 before the first.</summary>
    public long Version { get; private init; }

    /// <summary>The state after one more event.</summary>
    public SiteState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        SiteState after = fact.Event switch
        {
            SiteInitialised e => this with { Name = e.Name, Language = e.Language },
            SiteMarkedExample => this with { Example = true },
            SiteSecuritySet e => this with { Security = e.Security },
            SitePolicyProposed e => With(new PolicyProposal(e.ProposalId, e.Policy, e.BaseVersion, e.Reason, e.Signature, fact.Sequence)),
            SitePolicyWithdrawn e => With(Proposals[e.ProposalId] with { WithdrawnBy = e.By, Version = fact.Sequence }),
            SitePolicyApproved e => With(Proposals[e.ProposalId] with { Approved = e.Signature, Version = fact.Sequence })
                .WithPolicy(Proposals[e.ProposalId].Policy),
            _ => this,
        };
        return ReferenceEquals(after, this) ? this : after with { Version = fact.Sequence };
    }

    private SiteState With(PolicyProposal proposal) => this with { Proposals = Proposals.SetItem(proposal.Id, proposal) };

    private SiteState WithPolicy(SitePolicy policy)
    {
        int version = PolicyVersion + 1;
        return this with
        {
            Policy = policy,
            PolicyVersion = version,
            Limits = [.. policy.Limits.Select(each => new Limit(
                each.Kind, each.Zone, each.Value, LimitSource.SitePolicy, each.Reference, version.ToString(CultureInfo.InvariantCulture)))],
        };
    }
}
