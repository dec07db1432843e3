namespace MesoPen.Host.Clinic.Products;

/// <summary>A lot must not be used any more.</summary>
/// <param name="By">Who entered the recall.</param>
/// <param name="LotId">The lot.</param>
/// <param name="Reason">Why, and who says so.</param>
public sealed record LotRecalled(string By, string LotId, string Reason) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "lot/" + LotId;
}
