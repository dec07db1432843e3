namespace MesoPen.Host.Exchange;

/// <summary>A product in the cartridge.</summary>
/// <param name="Id">Id of the product.</param>
/// <param name="Name">Name on the label.</param>
/// <param name="Gtin">GTIN; null if the package has none.</param>
/// <param name="Manufacturer">Who makes it.</param>
/// <param name="Ingredients">Names of its ingredients, as the label has them.</param>
/// <param name="Lot">Lot.</param>
/// <param name="Expires">Last day of use; null if it is not on record.</param>
/// <param name="PartNl">How much of it went into a mixture, nL; null if it was alone.</param>
internal sealed record DossierProduct(
    string Id, string Name, string? Gtin, string? Manufacturer, IReadOnlyList<string> Ingredients, string Lot, DateOnly? Expires, long? PartNl);
