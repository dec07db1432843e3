namespace MesoPen.Host.Clinic.Products;

/// <summary>A type of needle head, as it is known now.</summary>
/// <param name="Id">The clinic's own id.</param>
/// <param name="Revision">1 for the first description, and one more for each.</param>
/// <param name="Title">For people.</param>
/// <param name="Gtin">GTIN of the package, 14 digits; null if it has none.</param>
/// <param name="Needles">Needles on it.</param>
/// <param name="PuncturesWarning">From so many punctures on the user is warned.</param>
/// <param name="PuncturesMax">After so many punctures it must be changed.</param>
/// <param name="Reason">Why these two numbers: no source gives them for devices.</param>
/// <param name="Version">Sequence of the last event about it.</param>
public sealed record HeadType(
    string Id, int Revision, string Title, string? Gtin, int Needles, int PuncturesWarning, int PuncturesMax, string Reason, long Version);
