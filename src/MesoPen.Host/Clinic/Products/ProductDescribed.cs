namespace MesoPen.Host.Clinic.Products;

/// <summary>A product is known by this sheet from now on; an earlier sheet holds no longer.</summary>
/// <param name="By">Who entered it.</param>
/// <param name="ProductId">The clinic's own id of the product.</param>
/// <param name="Revision">1 for the first sheet, and one more for each.</param>
/// <param name="Sheet">All that is known of it.</param>
public sealed record ProductDescribed(string By, string ProductId, int Revision, ProductSheet Sheet) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "product/" + ProductId;
}
