using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Products;

/// <summary>Products, lots, vials, mixtures and needle heads.</summary>
public sealed record ProductsState
{
    /// <summary>Before the first event.</summary>
    public static ProductsState Empty { get; } = new();

    /// <summary>Products by id, the retired ones too.</summary>
    public ImmutableSortedDictionary<string, Product> All { get; private init; } =
        ImmutableSortedDictionary<string, Product>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>A product by its id, retired or not; null if there is none.</summary>
    public Product? Find(string productId) => All.GetValueOrDefault(productId);

    /// <summary>The product in use that carries a GTIN of 14 digits; null if none does.</summary>
    public Product? OfGtin(string gtin) => All.Values.FirstOrDefault(each => each.Gtin == gtin && each.RetiredBecause is null);

    /// <summary>The state after one more event.</summary>
    public ProductsState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Event switch
        {
            ProductDescribed e => this with { All = All.SetItem(e.ProductId, new Product(e.ProductId, e.Revision, e.Sheet, fact.Sequence)) },
            ProductRetired e => this with
            {
                All = All.SetItem(e.ProductId, All[e.ProductId] with { RetiredBecause = e.Reason, Version = fact.Sequence }),
            },
            _ => this,
        };
    }
}
