namespace MesoPen.Host.Clinic.Products;

/// <summary>A lot of a product, as it is known now.</summary>
/// <param name="Id">The clinic's own id.</param>
/// <param name="ProductId">What it is a lot of.</param>
/// <param name="Gtin">GTIN of the package, 14 digits; null if it has none.</param>
/// <param name="Number">The lot as the label has it.</param>
/// <param name="Expires">Last day of use.</param>
/// <param name="Serial">Serial number of the package that was scanned; null if it had none.</param>
/// <param name="RecalledBecause">Why it is recalled; null if it is not.</param>
/// <param name="Version">Sequence of the last event about it.</param>
public sealed record Lot(
    string Id, string ProductId, string? Gtin, string Number, DateOnly Expires, string? Serial, string? RecalledBecause, long Version);
