namespace MesoPen.Host.Clinic.Products;

/// <summary>A needle head is on the shelf.</summary>
/// <param name="By">Who took it in.</param>
/// <param name="HeadId">Its id.</param>
/// <param name="HeadTypeId">Its type.</param>
/// <param name="Lot">Its lot.</param>
/// <param name="SterileUntil">Last day on which it is sterile.</param>
/// <param name="Serial">Serial number; null if it has none.</param>
/// <param name="Scan">What was scanned; null if it was typed.</param>
public sealed record HeadReceived(
    string By, string HeadId, string HeadTypeId, string Lot, DateOnly SterileUntil, string? Serial, string? Scan) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "head/" + HeadId;
}
