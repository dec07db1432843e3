namespace MesoPen.Host.Clinic.Products;

/// <summary>What is known of a type of needle head.</summary>
/// <param name="Title">For people.</param>
/// <param name="Gtin">GTIN of the package, 14 digits; null if it has none.</param>
/// <param name="Needles">Needles on it.</param>
/// <param name="PuncturesWarning">From so many punctures on the user is warned.</param>
/// <param name="PuncturesMax">After so many punctures it must be changed.</param>
/// <param name="Reason">Why these two numbers: no source gives them for devices.</param>
public sealed record HeadTypeSheet(string Title, int Needles, int PuncturesWarning, int PuncturesMax, string Reason, string? Gtin = null);
