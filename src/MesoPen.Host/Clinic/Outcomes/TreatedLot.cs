namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>A lot that was in the cartridge of a session.</summary>
/// <param name="ProductId">Product.</param>
/// <param name="Lot">Lot of the product.</param>
public sealed record TreatedLot(string ProductId, string Lot);
