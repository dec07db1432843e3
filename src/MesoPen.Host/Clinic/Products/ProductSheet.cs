using System.Diagnostics.CodeAnalysis;

namespace MesoPen.Host.Clinic.Products;

/// <summary>A product's sheet: what is known of it, and nothing around it.</summary>
public sealed record ProductSheet : ProductFacts
{
    /// <summary>A sheet to be filled.</summary>
    public ProductSheet()
    {
    }

    /// <summary>The sheet of a product, or of what was asked about one.</summary>
    [SetsRequiredMembers]
    public ProductSheet(ProductFacts facts)
        : base(facts)
    {
    }
}
