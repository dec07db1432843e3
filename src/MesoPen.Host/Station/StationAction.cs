using System.Collections.Immutable;

namespace MesoPen.Host.Station;

/// <summary>Something that a person may want of the station, and whether it would be done now.</summary>
/// <param name="Id">prime, arm, pause, release, settle, needle, or close.</param>
/// <param name="Allowed">Whether it would be done.</param>
/// <param name="Why">Why not, in a sentence; null if it would.</param>
/// <param name="WhyCode">The same as a code; null if it would, or if only the sentence says it.</param>
public sealed record StationAction(string Id, bool Allowed, string? Why, StationReason? WhyCode = null)
{
    /// <summary>What is needed first, if why_code says that something is.</summary>
    public ImmutableArray<StationNeed> Needed { get; init; } = [];
}
