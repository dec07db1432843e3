using MesoPen.Host.Clinic.Products;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>What the clinic adds to the limits of catalogue and device: those of the products and of the site.</summary>
public static class PlanLimits
{
    /// <summary>The limits, for plan and session alike. A product that is not known has none; others refuse it.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="content">What is to be done.</param>
    public static IEnumerable<Limit> Of(ClinicState state, PlanContent content)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(content);
        List<string> zones = [.. content.Zones.Select(zone => zone.Zone)];
        IEnumerable<Products.Product> products = content.Products.Select(state.Products.Find).OfType<Products.Product>();
        return [.. products.SelectMany(product => ProductLimits.Of(product, zones)), .. state.Site.Limits];
    }
}
