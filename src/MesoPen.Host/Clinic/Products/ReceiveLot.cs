namespace MesoPen.Host.Clinic.Products;

/// <summary>Asks to take a lot in: by its scan, typed, or both; what is typed beside a scan must agree with it, and chooses where the scan can be read in several ways.</summary>
/// <param name="LotId">The clinic's own id of the lot.</param>
/// <param name="ProductId">The product; may be left out if the GTIN names it.</param>
/// <param name="Scan">What the scanner sent.</param>
/// <param name="Gtin">GTIN of the package.</param>
/// <param name="Lot">The lot as the label has it.</param>
/// <param name="Expires">Last day of use.</param>
/// <param name="Serial">Serial number of the package.</param>
public sealed record ReceiveLot(
    string LotId, string? ProductId = null, string? Scan = null, string? Gtin = null, string? Lot = null, DateOnly? Expires = null, string? Serial = null);
