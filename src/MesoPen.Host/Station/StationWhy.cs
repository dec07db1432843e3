using System.Collections.Immutable;

namespace MesoPen.Host.Station;

/// <summary>Why something cannot be asked now.</summary>
/// <param name="Code">As a code; null if only the sentence says it.</param>
/// <param name="Sentence">In a sentence.</param>
internal sealed record StationWhy(StationReason? Code, string Sentence)
{
    /// <summary>What is needed first, if something is.</summary>
    public ImmutableArray<StationNeed> Needed { get; init; } = [];
}
