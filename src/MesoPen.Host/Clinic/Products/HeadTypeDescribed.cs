namespace MesoPen.Host.Clinic.Products;

/// <summary>A type of needle head is known by this from now on.</summary>
/// <param name="By">Who entered it.</param>
/// <param name="HeadTypeId">The clinic's own id.</param>
/// <param name="Revision">1 for the first description, and one more for each.</param>
/// <param name="Title">For people.</param>
/// <param name="Gtin">GTIN of the package, 14 digits; null if it has none.</param>
/// <param name="Needles">Needles on it.</param>
/// <param name="PuncturesWarning">From so many punctures on the user is warned.</param>
/// <param name="PuncturesMax">After so many punctures it must be changed.</param>
/// <param name="Reason">Why these two numbers: no source gives them for devices.</param>
public sealed record HeadTypeDescribed(
    string By, string HeadTypeId, int Revision, string Title, string? Gtin, int Needles, int PuncturesWarning, int PuncturesMax, string Reason) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "head-type/" + HeadTypeId;
}
