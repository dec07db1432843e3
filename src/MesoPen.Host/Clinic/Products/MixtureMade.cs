using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Products;

/// <summary>Vials were mixed. The mixture is used like a vial, under its own id.</summary>
/// <param name="By">Who mixed.</param>
/// <param name="MixtureId">The clinic's own id of the mixture, unique among vials.</param>
/// <param name="Parts">The recipe.</param>
public sealed record MixtureMade(string By, string MixtureId, ImmutableArray<MixturePart> Parts) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "vial/" + MixtureId;
}
