namespace MesoPen.Host.Clinic.Products;

/// <summary>A product is used no longer.</summary>
/// <param name="By">Who decided it.</param>
/// <param name="ProductId">The product.</param>
/// <param name="Reason">Why.</param>
public sealed record ProductRetired(string By, string ProductId, string Reason) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "product/" + ProductId;
}
