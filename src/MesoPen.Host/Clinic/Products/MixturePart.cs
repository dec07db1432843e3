namespace MesoPen.Host.Clinic.Products;

/// <summary>What went into a mixture.</summary>
/// <param name="VialId">The opened vial, or the earlier mixture, that it was drawn from.</param>
/// <param name="VolumeNl">How much, nL.</param>
public sealed record MixturePart(string VialId, long VolumeNl);
