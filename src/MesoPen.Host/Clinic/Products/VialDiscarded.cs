namespace MesoPen.Host.Clinic.Products;

/// <summary>A vial or mixture was thrown away.</summary>
/// <param name="By">Who did it.</param>
/// <param name="VialId">The vial or mixture.</param>
/// <param name="Reason">Why.</param>
public sealed record VialDiscarded(string By, string VialId, string Reason) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "vial/" + VialId;
}
