namespace MesoPen.Host.Clinic.Products;

/// <summary>Asks to register a type of needle head.</summary>
/// <param name="HeadTypeId">The clinic's own id.</param>
/// <param name="Sheet">What is known of it.</param>
public sealed record RegisterHeadType(string HeadTypeId, HeadTypeSheet Sheet);
