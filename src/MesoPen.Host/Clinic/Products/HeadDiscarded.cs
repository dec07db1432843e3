namespace MesoPen.Host.Clinic.Products;

/// <summary>A needle head was thrown away.</summary>
/// <param name="By">Who did it.</param>
/// <param name="HeadId">The head.</param>
/// <param name="Reason">Why.</param>
public sealed record HeadDiscarded(string By, string HeadId, string Reason) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "head/" + HeadId;
}
