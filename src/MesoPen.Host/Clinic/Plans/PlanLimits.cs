using System.Globalization;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>What the clinic adds to the limits of catalogue and device: those of the product and of the site.</summary>
public static class PlanLimits
{
    /// <summary>The limits, for plan and session alike.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="product">What is injected.</param>
    public static IEnumerable<Limit> Of(ClinicState state, Products.Product product)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(product);
        string version = product.Revision.ToString(CultureInfo.InvariantCulture);
        return
        [
            new Limit(LimitKind.TissueDepthMax, null, product.DepthMaxUm, LimitSource.Product, $"{product.Name}, {product.DepthSource}", version),
            new Limit(LimitKind.DoseMax, null, product.PointMaxNl, LimitSource.Product, $"{product.Name}, {product.PointSource}", version),
            new Limit(LimitKind.ProductVolumeMax, null, product.SessionMaxNl, LimitSource.Product, $"{product.Name}, {product.SessionSource}", version),
            .. state.Site.Limits,
        ];
    }
}
