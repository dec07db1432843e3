namespace MesoPen.Host.Clinic.Products;

/// <summary>A lot came in.</summary>
/// <param name="By">Who took it in.</param>
/// <param name="LotId">The clinic's own id of the lot.</param>
/// <param name="ProductId">What it is a lot of.</param>
/// <param name="Gtin">GTIN of the package, 14 digits; null if it has none.</param>
/// <param name="Number">The lot as the label has it.</param>
/// <param name="Expires">Last day of use.</param>
/// <param name="Serial">Serial number of the package; null if it has none.</param>
/// <param name="Scan">What was scanned; null if it was typed.</param>
public sealed record LotReceived(
    string By, string LotId, string ProductId, string? Gtin, string Number, DateOnly Expires, string? Serial, string? Scan) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "lot/" + LotId;
}
