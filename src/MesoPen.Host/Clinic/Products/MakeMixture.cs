using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Products;

/// <summary>Asks to record a mixture.</summary>
/// <param name="MixtureId">The clinic's own id of the mixture, unique among vials.</param>
/// <param name="Parts">At least two vials, each with the volume drawn from it.</param>
public sealed record MakeMixture(string MixtureId, ImmutableArray<MixturePart> Parts);
