namespace MesoPen.Host.Clinic.Products;

/// <summary>A vial was opened; the time is that of the event.</summary>
/// <param name="By">Who opened it.</param>
/// <param name="VialId">The vial.</param>
public sealed record VialOpened(string By, string VialId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "vial/" + VialId;
}
