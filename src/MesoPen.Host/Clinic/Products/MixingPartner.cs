namespace MesoPen.Host.Clinic.Products;

/// <summary>A product that another one may be mixed with.</summary>
/// <param name="ProductId">The other product.</param>
/// <param name="Source">Who says that the two may be mixed.</param>
public sealed record MixingPartner(string ProductId, string Source);
