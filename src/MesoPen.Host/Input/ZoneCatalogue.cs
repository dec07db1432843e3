using System.Collections.Immutable;
using MesoPen.Kernel;

namespace MesoPen.Host.Input;

/// <summary>The zones and their limits, each with its source: <c>hardware/zones.yaml</c>, or a site's own file of the same form.</summary>
public sealed record ZoneCatalogue
{
    private const int NewestSchema = 1;
    private static readonly string[] ValueKeys = [.. CatalogueZone.LimitKeys.Keys, "spacing_min_um"];

    /// <summary>The file that it was read from.</summary>
    public required InputFile File { get; init; }

    /// <summary>Version of its contents.</summary>
    public required string Version { get; init; }

    /// <summary>Zones by id.</summary>
    public required ImmutableSortedDictionary<string, CatalogueZone> Zones { get; init; }

    /// <summary>Reads a catalogue.</summary>
    /// <exception cref="InputException">It is not what it must be.</exception>
    public static ZoneCatalogue Load(string path)
    {
        InputFile file = InputFile.Read(path);
        MapReader root = new(path, YamlTree.Read(file), "the zone catalogue", "zones", "version", "title", "sources", "catalogue");
        root.Schema("zones", NewestSchema);
        root.Text("title");
        Dictionary<string, Source> sources = ReadSources(root);
        ImmutableSortedDictionary<string, CatalogueZone>.Builder zones = ImmutableSortedDictionary.CreateBuilder<string, CatalogueZone>(StringComparer.Ordinal);
        foreach (MapReader item in root.Maps("catalogue", "zone", ["zone", "title", "area", "techniques", "studies", "note", .. ValueKeys]))
        {
            CatalogueZone zone = ReadZone(item, sources);
            if (!zones.TryAdd(zone.Id, zone))
            {
                throw item.Error("zone", $"Zone {zone.Id} stands in the catalogue twice: keep one.");
            }
        }

        return new ZoneCatalogue { File = file, Version = root.Text("version"), Zones = zones.ToImmutable() };
    }

    private static Dictionary<string, Source> ReadSources(MapReader root)
    {
        Dictionary<string, Source> sources = [];
        foreach (MapReader item in root.Maps("sources", "source", "source", "title", "url", "confidence"))
        {
            Source source = new(item.Id("source"), item.Text("title"), item.Text("url"), item.Word("confidence", "study", "practice"));
            if (!sources.TryAdd(source.Id, source))
            {
                throw item.Error("source", $"Source {source.Id} stands here twice: keep one.");
            }
        }

        return sources;
    }

    private static CatalogueZone ReadZone(MapReader item, Dictionary<string, Source> sources)
    {
        string id = item.Id("zone");
        ImmutableDictionary<string, SourcedValue>.Builder values = ImmutableDictionary.CreateBuilder<string, SourcedValue>();
        foreach (string key in ValueKeys)
        {
            if (item.OptionalMap(key, $"{key} of {id}", "value", "source", "note") is { } value)
            {
                values.Add(key, new SourcedValue(value.Number("value", 1, Ceiling(key)), SourceOf(value, sources), value.OptionalText("note")));
            }
        }

        CatalogueZone zone = new()
        {
            Id = id,
            Title = item.Text("title"),
            Area = item.Has("area") ? item.Id("area") : null,
            Techniques = [.. item.Words("techniques", Technique.All)],
            Values = values.ToImmutable(),
            Studies = [.. ReadStudies(item, id, sources)],
            Note = item.OptionalText("note"),
        };
        CheckChosen(item, zone);
        return zone;
    }

    private static IEnumerable<Study> ReadStudies(MapReader item, string id, Dictionary<string, Source> sources)
    {
        foreach (MapReader study in item.Has("studies") ? item.Maps("studies", $"study of {id},", "of", "value", "source", "note") : [])
        {
            string of = study.Word("of", ValueKeys);
            yield return new Study(of, study.Number("value", 1, Ceiling(of)), SourceOf(study, sources), study.OptionalText("note"));
        }
    }

    /// <summary>Where sources disagree the careful one is the limit: no study may be stricter than what the zone states.</summary>
    private static void CheckChosen(MapReader item, CatalogueZone zone)
    {
        foreach (Study study in zone.Studies)
        {
            bool atLeast = study.Of is "depth_min_um" or "spacing_min_um";
            if (zone.Value(study.Of) is { } chosen && (atLeast ? study.Value > chosen.Value : study.Value < chosen.Value))
            {
                throw item.Error(study.Of, $"{study.Of} of {zone.Id} is {chosen.Value}, but {study.Source.Id} says {study.Value}: take the stricter one.");
            }
        }

        if (zone.Value("depth_min_um") is { } least && zone.Value("depth_max_um") is { } most && least.Value > most.Value)
        {
            throw item.Error("depth_min_um", $"depth_min_um of {zone.Id} is above its depth_max_um: no depth would be allowed.");
        }
    }

    private static Source SourceOf(MapReader map, Dictionary<string, Source> sources)
    {
        string id = map.Text("source");
        return sources.TryGetValue(id, out Source? source)
            ? source
            : throw map.Error("source", $"Source {Quoted.Of(id)} is not in the list of sources: add it there.");
    }

    private static long Ceiling(string key) => key switch
    {
        "depth_min_um" or "depth_max_um" => 50_000,
        "spacing_min_um" => 200_000,
        "shots_max" => 100_000,
        _ => 1_000_000_000,
    };
}
