namespace MesoPen.Host.Clinic.Products;

/// <summary>Asks to take a vial, a mixture or a needle head out of use.</summary>
/// <param name="Reason">Why, one line.</param>
public sealed record DiscardItem(string Reason);
