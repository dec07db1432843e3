using System.Collections.Immutable;
using MesoPen.Host.Input;

namespace MesoPen.Host.Api;

/// <summary>A zone of the catalogue.</summary>
/// <param name="Id">Id, such as cheek.left: left and right are the patient's.</param>
/// <param name="Title">For people, in English.</param>
/// <param name="Area">Zones of one area share its volume limit; null if the zone stands alone.</param>
/// <param name="Techniques">Techniques described for it.</param>
/// <param name="Values">Its numbers. What is not here has no source: a plan states its own, with a source.</param>
/// <param name="Studies">What each source says, the ones not chosen included.</param>
/// <param name="Note">What a user of the zone must know; null if nothing.</param>
public sealed record CatalogueZoneView(
    string Id, string Title, string? Area, ImmutableArray<string> Techniques, ImmutableArray<CatalogueValue> Values,
    ImmutableArray<CatalogueValue> Studies, string? Note)
{
    /// <summary>The view of a zone.</summary>
    public static CatalogueZoneView Of(CatalogueZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new CatalogueZoneView(
            zone.Id, zone.Title, zone.Area, zone.Techniques,
            [
                .. zone.Values.OrderBy(item => item.Key, StringComparer.Ordinal)
                    .Select(item => new CatalogueValue(item.Key, item.Value.Value, item.Value.Source, item.Value.Note)),
            ],
            [.. zone.Studies.Select(study => new CatalogueValue(study.Of, study.Value, study.Source, study.Note))],
            zone.Note);
    }
}
