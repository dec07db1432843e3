namespace MesoPen.Host.Clinic.Site;

/// <summary>Asks that the site's policy be this one.</summary>
/// <param name="Policy">The whole policy as it is to be.</param>
/// <param name="BaseVersion">Version of the policy that it was made from.</param>
/// <param name="Reason">Why, one line.</param>
public sealed record ProposePolicy(SitePolicy Policy, int BaseVersion, string Reason);
