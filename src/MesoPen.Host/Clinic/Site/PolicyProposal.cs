using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Clinic.Site;

/// <summary>A policy that somebody proposed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Policy">The whole policy as it is to be.</param>
/// <param name="BaseVersion">Version of the policy that it was made from.</param>
/// <param name="Reason">Why.</param>
/// <param name="Proposed">The proposer's signature.</param>
/// <param name="Version">Sequence of the last event about it.</param>
public sealed record PolicyProposal(string Id, SitePolicy Policy, int BaseVersion, string Reason, Signature Proposed, long Version)
{
    /// <summary>The second person's signature; null if it was not approved.</summary>
    public Signature? Approved { get; init; }

    /// <summary>Who withdrew it; null if nobody did.</summary>
    public string? WithdrawnBy { get; init; }

    /// <summary>Neither approved nor withdrawn.</summary>
    public bool IsOpen => Approved is null && WithdrawnBy is null;

    /// <summary>What both people sign.</summary>
    public static string Hash(SitePolicy policy, int baseVersion) => ClinicJson.Sha256(new { Policy = policy, BaseVersion = baseVersion });
}
