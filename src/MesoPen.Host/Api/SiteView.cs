using MesoPen.Host.Clinic.Site;

namespace MesoPen.Host.Api;

/// <summary>The site as the API shows it.</summary>
/// <param name="Name">The clinic's name; null before the site was set up.</param>
/// <param name="PolicyVersion">Version of the policy that holds; 0 before the first.</param>
/// <param name="Policy">The policy that holds.</param>
/// <param name="Security">How long sign-ins last and when accounts are locked.</param>
/// <param name="Example">The clinic is an example: only simulated devices are armed.</param>
/// <param name="Language">Language of the clinic, BCP 47; null if none was stated.</param>
public sealed record SiteView(string? Name, int PolicyVersion, SitePolicy Policy, SiteSecurity Security, bool Example, string? Language)
{
    /// <summary>The site as it is.</summary>
    public static SiteView Of(SiteState site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new SiteView(site.Name, site.PolicyVersion, site.Policy, site.Security, site.Example, site.Language);
    }
}
