namespace MesoPen.Host.Clinic.Products;

/// <summary>Asks to use a product no longer.</summary>
/// <param name="Reason">Why, one line.</param>
public sealed record RetireProduct(string Reason);
