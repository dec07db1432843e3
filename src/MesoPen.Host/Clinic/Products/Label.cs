namespace MesoPen.Host.Clinic.Products;

/// <summary>What a label says, scanned or typed.</summary>
/// <param name="Gtin">GTIN, 14 digits.</param>
/// <param name="Lot">Lot.</param>
/// <param name="Expires">Last day of use.</param>
/// <param name="Serial">Serial number.</param>
public sealed record Label(string? Gtin, string? Lot, DateOnly? Expires, string? Serial);
