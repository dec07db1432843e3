using System.Collections.Immutable;
using MesoPen.Host.Input;

namespace MesoPen.Host.Api;

/// <summary>The zone catalogue of the station.</summary>
/// <param name="Version">Version of its contents.</param>
/// <param name="Sha256">Hash of its file, as it goes on every record.</param>
/// <param name="Techniques">Every technique that plans may name.</param>
/// <param name="Triggers">Every trigger mode that plans may name.</param>
/// <param name="Zones">Its zones, by id.</param>
public sealed record ZoneCatalogueView(
    string Version, string Sha256, ImmutableArray<string> Techniques, ImmutableArray<string> Triggers, ImmutableArray<CatalogueZoneView> Zones)
{
    /// <summary>The view of a catalogue.</summary>
    public static ZoneCatalogueView Of(ZoneCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new ZoneCatalogueView(
            catalogue.Version, catalogue.File.Sha256, [.. Technique.All], [.. TriggerWords.All], [.. catalogue.Zones.Values.Select(CatalogueZoneView.Of)]);
    }
}
