using System.Collections.Immutable;
using MesoPen.Kernel;

namespace MesoPen.Host.Input;

/// <summary>A plan as its file states it, before it is held against a device profile and the zone catalogue. Its form: docs/plans.md.</summary>
public sealed record PlanFile
{
    private const int NewestSchema = 1;

    /// <summary>The file that it was read from.</summary>
    public required InputFile File { get; init; }

    /// <summary>Id of the plan.</summary>
    public required string Id { get; init; }

    /// <summary>For people.</summary>
    public required string Title { get; init; }

    /// <summary>Id of the device profile that it was drawn for.</summary>
    public required string ProfileId { get; init; }

    /// <summary>What is loaded.</summary>
    public required Product Product { get; init; }

    /// <summary>Limits that the product states.</summary>
    public required IReadOnlyList<Limit> ProductLimits { get; init; }

    /// <summary>Volume that fills the line before the first shot.</summary>
    public required Volume Prime { get; init; }

    /// <summary>Shots with one needle head, and why that many.</summary>
    public required Limit NeedleLimit { get; init; }

    /// <summary>Zones in the order of work.</summary>
    public required ImmutableArray<PlannedZone> Zones { get; init; }

    /// <summary>Short form of the file's hash: the version of limits that the plan itself states.</summary>
    public string Version => VersionOf(File);

    /// <summary>Reads a plan.</summary>
    /// <exception cref="InputException">It is not what it must be.</exception>
    public static PlanFile Load(string path)
    {
        InputFile file = InputFile.Read(path);
        return Of(file, YamlTree.Read(file));
    }

    /// <summary>A plan that was read already, or is part of another file.</summary>
    /// <exception cref="InputException">It is not what it must be.</exception>
    internal static PlanFile Of(InputFile file, InputMap map)
    {
        MapReader root = new(file.Path, map, "the plan", "plan", "id", "title", "profile", "product", "prime_nl", "needle", "zones");
        root.Schema("plan", NewestSchema);
        (Product product, List<Limit> productLimits) = ReadProduct(root, VersionOf(file));
        return new PlanFile
        {
            File = file,
            Id = root.Id("id"),
            Title = root.Text("title"),
            ProfileId = root.Id("profile"),
            Product = product,
            ProductLimits = productLimits,
            Prime = new Volume(root.Number("prime_nl", 1, 1_000_000_000)),
            NeedleLimit = ReadNeedle(root, VersionOf(file)),
            Zones = ReadZones(root, VersionOf(file)),
        };
    }

    private static string VersionOf(InputFile file) => file.Sha256[..12];

    private static (Product Product, List<Limit> Limits) ReadProduct(MapReader root, string version)
    {
        MapReader product = root.Map("product", "product", "name", "lot", "expires", "volume_nl", "session_max_nl", "source");
        string name = product.Text("name");
        List<Limit> limits = [];
        if (product.OptionalNumber("session_max_nl", 1, 1_000_000_000) is { } most)
        {
            if (!product.Has("source"))
            {
                throw product.Error("session_max_nl", "session_max_nl of product has no source: say in source where it comes from.");
            }

            limits.Add(new Limit(LimitKind.ProductVolumeMax, null, most, LimitSource.Product, $"{name}, {product.Text("source")}", version));
        }

        return (new Product(name, product.Text("lot"), product.Day("expires"), new Volume(product.Number("volume_nl", 1, 1_000_000_000))), limits);
    }

    private static Limit ReadNeedle(MapReader root, string version)
    {
        // No sourced default exists: a gun reaches in a second the ten punctures after which trials saw a third of tips bent.
        MapReader needle = root.Map("needle", "needle", "sticks_max", "reason");
        return new Limit(LimitKind.NeedleSticksMax, null, needle.Number("sticks_max", 1, 100_000), LimitSource.Plan, needle.Text("reason"), version);
    }

    private static ImmutableArray<PlannedZone> ReadZones(MapReader root, string version)
    {
        ImmutableArray<PlannedZone>.Builder zones = ImmutableArray.CreateBuilder<PlannedZone>();
        foreach (MapReader item in root.Maps(
            "zones", "zone", "zone", "technique", "trigger", "points", "dose_nl", "needle_length_um", "angle_deg", "spacing_um", "min_interval_ms",
            "depth_max_um", "depth_source", "dose_max_nl", "dose_source"))
        {
            string id = item.Id("zone");
            if (zones.Any(other => other.Plan.Zone == id))
            {
                throw item.Error("zone", $"Zone {id} stands in the plan twice: put its points together.");
            }

            ZonePlan plan = new(
                checked((ushort)(zones.Count + 1)), id, item.Integer("points", 1, 10_000),
                new Depth(item.Integer("needle_length_um", 1, 50_000)), item.Integer("angle_deg", 1, 90),
                new Volume(item.Number("dose_nl", 1, 10_000_000)),
                TriggerWords.Parse(item.Word("trigger", TriggerWords.All)), item.Integer("min_interval_ms", 1, ushort.MaxValue));
            List<Limit> own =
            [
                .. OwnLimit(item, plan, "depth_max_um", "depth_source", LimitKind.TissueDepthMax, version),
                .. OwnLimit(item, plan, "dose_max_nl", "dose_source", LimitKind.DoseMax, version),
            ];
            zones.Add(new PlannedZone(
                item.Line, plan, item.Word("technique", Input.Technique.All), item.Integer("spacing_um", 1, 200_000), own));
        }

        return zones.ToImmutable();
    }

    private static IEnumerable<Limit> OwnLimit(MapReader item, ZonePlan plan, string key, string sourceKey, LimitKind kind, string version)
    {
        if (item.OptionalNumber(key, 1, 10_000_000) is not { } value)
        {
            yield break;
        }

        if (!item.Has(sourceKey))
        {
            throw item.Error(key, $"{key} of {plan.Zone} has no source: say in {sourceKey} where it comes from.");
        }

        yield return new Limit(kind, plan.Zone, value, LimitSource.Plan, item.Text(sourceKey), version);
    }
}
