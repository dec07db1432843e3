using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Site;

/// <summary>What the site says about treatments, beyond what devices, zones and products say. Two people stand behind every version of it.</summary>
/// <param name="Limits">Limits of the site, for all zones or one.</param>
/// <param name="ForbidsMultiNeedleHeads">Only heads with one needle.</param>
/// <param name="CombinationDays">
/// Days that must lie between another treatment (peel, laser, microneedling, filler) and a session here. There is no number that MesoPen could
/// assume: one that is missing is not known.
/// </param>
/// <param name="ScreeningDays">Days for which the answers of a screening count; null while not stated, which blocks.</param>
/// <param name="ConsentDays">Days for which a consent counts; null while not stated, which blocks.</param>
public sealed record SitePolicy(
    ImmutableArray<SiteLimit> Limits,
    bool ForbidsMultiNeedleHeads,
    ImmutableSortedDictionary<string, int> CombinationDays,
    int? ScreeningDays = null,
    int? ConsentDays = null)
{
    /// <summary>Nothing said.</summary>
    public static SitePolicy Empty { get; } = new([], false, ImmutableSortedDictionary<string, int>.Empty);
}
