using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Products;

/// <summary>A vial, or a mixture, as it is known now.</summary>
public sealed record Vial
{
    /// <summary>The clinic's own id.</summary>
    public required string Id { get; init; }

    /// <summary>Its lot; null for a mixture.</summary>
    public string? LotId { get; init; }

    /// <summary>The recipe of a mixture; empty for a vial.</summary>
    public ImmutableArray<MixturePart> Parts { get; init; } = [];

    /// <summary>What was in it at first, nL.</summary>
    public required long VolumeNl { get; init; }

    /// <summary>What is in it now, nL; reserved volume is in it still.</summary>
    public required long LeftNl { get; init; }

    /// <summary>Serial number of its package; null if it has none.</summary>
    public string? Serial { get; init; }

    /// <summary>When it came in, or was mixed.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was opened, or mixed; null while it is closed.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Why it was thrown away; null if it was not.</summary>
    public string? DiscardedBecause { get; init; }

    /// <summary>What each running session may draw, nL, by session.</summary>
    public ImmutableSortedDictionary<string, long> ReservedNl { get; init; } = ImmutableSortedDictionary<string, long>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Sequence of the last event about it.</summary>
    public required long Version { get; init; }

    /// <summary>What a session may still draw, its own reservation included, nL.</summary>
    /// <param name="sessionId">The session; null for somebody without a reservation.</param>
    public long FreeFor(string? sessionId) => LeftNl - ReservedNl.Where(each => each.Key != sessionId).Sum(each => each.Value);
}
