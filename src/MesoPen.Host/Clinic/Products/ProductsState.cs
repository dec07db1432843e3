namespace MesoPen.Host.Clinic.Products;

/// <summary>Products, lots, vials, mixtures and needle heads.</summary>
public sealed record ProductsState
{
    /// <summary>Before the first event.</summary>
    public static ProductsState Empty { get; } = new();

    /// <summary>The state after one more event.</summary>
    public ProductsState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return this;
    }
}
