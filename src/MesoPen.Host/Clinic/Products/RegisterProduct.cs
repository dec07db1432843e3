namespace MesoPen.Host.Clinic.Products;

/// <summary>Asks to register a product: its sheet, and an id for it.</summary>
public sealed record RegisterProduct : ProductFacts
{
    /// <summary>The clinic's own id of the product.</summary>
    public required string ProductId { get; init; }
}
