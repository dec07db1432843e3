using System.Diagnostics.CodeAnalysis;

namespace MesoPen.Host.Clinic.Products;

/// <summary>The sheet of a product: the facts, and nothing besides.</summary>
public sealed record ProductSheet : ProductFacts
{
    /// <summary>A sheet to be filled in.</summary>
    public ProductSheet()
    {
    }

    /// <summary>A sheet with the facts of another one.</summary>
    [SetsRequiredMembers]
    internal ProductSheet(ProductFacts facts)
        : base(facts)
    {
    }
}
