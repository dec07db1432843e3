using System.Text.Json.Nodes;
using MesoPen.Host.Records;
using MesoPen.Kernel;

namespace MesoPen.Hil;

/// <summary>What the rows of a record come to, added up here and not by the host.</summary>
internal sealed class RecordFigures
{
    private readonly List<(string Zone, string Outcome, bool Partial, long VolumeNl)> _shots = [];
    private readonly Dictionary<string, int> _rows = [];
    private bool _takenOver;

    /// <summary>Numbers of the faults that latched, in order.</summary>
    public List<string> Latched { get; } = [];

    /// <summary>Adds up rows.</summary>
    public static RecordFigures Of(IEnumerable<RecordEntry> rows, TreatmentPlan plan)
    {
        RecordFigures figures = new();
        foreach (RecordEntry row in rows)
        {
            figures.Add(row.Kind, JsonNode.Parse(row.Body)!, tag => plan.Find(tag)?.Zone);
        }

        return figures;
    }

    /// <summary>A figure by its name in scenarios; of one zone, or of all.</summary>
    public long Of(string name, string? zone)
    {
        if (name.StartsWith("rows.", StringComparison.Ordinal))
        {
            return _rows.GetValueOrDefault(name[5..]);
        }

        IEnumerable<(string Zone, string Outcome, bool Partial, long VolumeNl)> shots = _shots.Where(shot => zone is null || shot.Zone == zone);
        bool unknown = !_takenOver;
        return name switch
        {
            "shots" => shots.Count(),
            "partial_shots" => shots.Count(shot => shot.Partial),
            "not_delivered_shots" => shots.Count(shot => shot.Outcome == "not-delivered"),
            "unknown_shots" => unknown ? shots.Count(shot => shot.Outcome == "unknown") : 0,
            "unknown_nl" => unknown ? shots.Where(shot => shot.Outcome == "unknown").Sum(shot => shot.VolumeNl) : 0,
            "delivered_nl" => shots.Where(shot => shot.Outcome == "delivered" || !unknown).Sum(shot => shot.VolumeNl),
            _ => throw new InvalidOperationException($"No figure {name}."),
        };
    }

    private void Add(string kind, JsonNode body, Func<ushort, string?> zoneOf)
    {
        _rows[kind] = _rows.GetValueOrDefault(kind) + 1;
        switch (kind)
        {
            case "shot":
                string zone = zoneOf((ushort)body["zone"]!.GetValue<long>()) ?? "";
                _shots.Add((zone, body["outcome"]!.GetValue<string>(), body["partial"]!.GetValue<bool>(), body["volume_nl"]!.GetValue<long>()));
                break;
            case "unknown-settled":
                _takenOver = true;
                break;
            case "latched":
                Latched.Add(body["fault"]!.ToString());
                break;
            default:
                break;
        }
    }
}
