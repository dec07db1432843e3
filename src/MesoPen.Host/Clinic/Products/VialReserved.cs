namespace MesoPen.Host.Clinic.Products;

/// <summary>A session may draw this much; nobody else may until it is settled.</summary>
/// <param name="By">Who began the session.</param>
/// <param name="VialId">The vial or mixture.</param>
/// <param name="SessionId">The session.</param>
/// <param name="VolumeNl">How much in all, nL; takes the place of an earlier reservation of the same session.</param>
public sealed record VialReserved(string By, string VialId, string SessionId, long VolumeNl) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "vial/" + VialId;
}
