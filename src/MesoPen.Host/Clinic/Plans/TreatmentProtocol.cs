using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>A template of plans.</summary>
/// <param name="Id">The clinic's own id.</param>
/// <param name="Title">For people.</param>
/// <param name="Versions">All of them, oldest first.</param>
public sealed record TreatmentProtocol(string Id, string Title, ImmutableArray<PlanVersion> Versions)
{
    /// <summary>The version that new plans are made from.</summary>
    public PlanVersion Newest() => Versions[^1];
}
