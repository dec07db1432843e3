using System.Collections.Immutable;
using MesoPen.Kernel;

namespace MesoPen.Host.Input;

/// <summary>One zone of the catalogue. A number without a source is null: then a plan has to state one with its own source.</summary>
public sealed record CatalogueZone
{
    /// <summary>Id, such as cheek.left.</summary>
    public required string Id { get; init; }

    /// <summary>For people.</summary>
    public required string Title { get; init; }

    /// <summary>Zones of one area share its volume limit; null if the zone stands alone.</summary>
    public required string? Area { get; init; }

    /// <summary>Techniques described for it.</summary>
    public required ImmutableArray<string> Techniques { get; init; }

    /// <summary>Numbers by key: see <see cref="LimitKeys"/> and spacing_min_um.</summary>
    public required ImmutableDictionary<string, SourcedValue> Values { get; init; }

    /// <summary>What each source says, the ones not chosen included.</summary>
    public required ImmutableArray<Study> Studies { get; init; }

    /// <summary>What a user of the zone must know; null if nothing.</summary>
    public required string? Note { get; init; }

    /// <summary>The keys that become limits of the kernel, with their kinds.</summary>
    public static IReadOnlyDictionary<string, LimitKind> LimitKeys { get; } = new Dictionary<string, LimitKind>
    {
        ["depth_min_um"] = LimitKind.TissueDepthMin,
        ["depth_max_um"] = LimitKind.TissueDepthMax,
        ["dose_max_nl"] = LimitKind.DoseMax,
        ["volume_max_nl"] = LimitKind.ZoneVolumeMax,
        ["shots_max"] = LimitKind.ZoneShotsMax,
    };

    /// <summary>A number by its key; null if it has no source.</summary>
    public SourcedValue? Value(string key) => Values.GetValueOrDefault(key);
}
