namespace MesoPen.Host.Clinic.Plans;

/// <summary>What a plan is carried out with.</summary>
/// <param name="Name">Name of the product, or of the mixture.</param>
/// <param name="Lot">Lot.</param>
/// <param name="Expires">Last day on which it may be used.</param>
/// <param name="VolumeNl">Loaded, nL; prime and doses must fit into it.</param>
/// <param name="SessionMaxNl">Most of it in a session, nL; null if nobody states one.</param>
/// <param name="Source">Who states that; null if nobody.</param>
public sealed record LoadedProduct(string Name, string Lot, DateOnly Expires, long VolumeNl, long? SessionMaxNl = null, string? Source = null);
