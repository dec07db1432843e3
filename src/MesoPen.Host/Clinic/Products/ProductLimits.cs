using System.Globalization;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Products;

/// <summary>A product's limits as the kernel takes them, each with its source and the revision of the sheet.</summary>
public static class ProductLimits
{
    /// <summary>The limits of a product. A zone that it may not be used in gets no shot.</summary>
    /// <param name="product">The product.</param>
    /// <param name="zones">Zones of the treatment.</param>
    public static IEnumerable<Limit> Of(Product product, IEnumerable<string> zones)
    {
        ArgumentNullException.ThrowIfNull(product);
        ArgumentNullException.ThrowIfNull(zones);
        Limit One(LimitKind kind, string? zone, long value, string source) => new(
            kind, zone, value, LimitSource.Product, $"{product.Id}: {source}", product.Revision.ToString(CultureInfo.InvariantCulture));
        return
        [
            One(LimitKind.TissueDepthMax, null, product.DepthMaxUm, product.DepthSource),
            One(LimitKind.DoseMax, null, product.PointMaxNl, product.PointSource),
            One(LimitKind.ProductVolumeMax, null, product.SessionMaxNl, product.SessionSource),
            .. zones.Where(zone => !product.AllowedZones.Contains(zone)).Select(zone => One(LimitKind.ZoneShotsMax, zone, 0, "zones allowed")),
        ];
    }

    /// <summary>The limits of all that is in a vial or mixture: each product's hold for the whole.</summary>
    public static IEnumerable<Limit> Of(VialContents contents, IReadOnlyCollection<string> zones)
    {
        ArgumentNullException.ThrowIfNull(contents);
        return contents.Products.SelectMany(product => Of(product, zones));
    }
}
