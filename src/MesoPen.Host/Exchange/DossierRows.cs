using System.Text.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Records;

namespace MesoPen.Host.Exchange;

/// <summary>A session's rows of the journal (docs/records.md) as parts of its dossier.</summary>
internal static class DossierRows
{
    // What a person or the machine did. Permits and shots have tables of their own; a decision's text is free and stays at home.
    private static readonly HashSet<string> StepKinds =
        ["session-opened", "needle-changed", "unknown-settled", "latched", "released", "decision", "session-closed"];

    /// <summary>Every shot; of one that was settled later, what was settled.</summary>
    public static IReadOnlyList<DossierShot> Shots(IReadOnlyList<JournalRow> rows) =>
    [
        .. rows.Where(row => row.Kind == "shot").Select(Shot).GroupBy(shot => shot.Shot).Select(group => group.Last()).OrderBy(shot => shot.Shot),
    ];

    /// <summary>What was done, in the order of time: rows of two journals have no order of their own.</summary>
    public static IReadOnlyList<DossierStep> Steps(IReadOnlyList<JournalRow> clinicRows, IReadOnlyList<JournalRow> stationRows) =>
    [
        .. clinicRows.Select(row => Step(row, "by"))
            .Concat(stationRows.Where(row => StepKinds.Contains(row.Kind)).Select(row => Step(row, "person")))
            .OrderBy(step => step.At).ThenBy(step => step.Sequence),
    ];

    /// <summary>What each zone got: as the session's end states it; for one that is under way, or whose shots are all there is, as the shots add up.</summary>
    public static IReadOnlyList<DossierZone> Zones(Treatment treatment, IReadOnlyList<DossierShot> shots, DateTimeOffset ended)
    {
        ILookup<string, DossierShot> of = shots.ToLookup(shot => shot.Zone);
        DateTimeOffset From(string zone) => of[zone].Select(shot => shot.At).DefaultIfEmpty(treatment.OpenedAt).Min();
        DateTimeOffset To(string zone) => of[zone].Select(shot => shot.At).DefaultIfEmpty(ended).Max();
        IEnumerable<DossierZone> zones = treatment.Ended is { } end
            ? end.Zones.Select(zone => new DossierZone(
                zone.Zone, zone.Shots, zone.DeliveredNl, zone.UnknownNl, of[zone.Zone].Select(shot => shot.DepthUm).DefaultIfEmpty(zone.DepthUm).Max(),
                From(zone.Zone), To(zone.Zone)))
            : of.Select(zone => new DossierZone(
                zone.Key, zone.Count(shot => shot.Outcome == "delivered"), zone.Where(shot => shot.Outcome == "delivered").Sum(shot => shot.VolumeNl),
                zone.Where(shot => shot.Outcome == "unknown").Sum(shot => shot.VolumeNl), zone.Max(shot => shot.DepthUm), From(zone.Key), To(zone.Key)));
        return [.. zones.OrderBy(zone => zone.From).ThenBy(zone => zone.Zone, StringComparer.Ordinal)];
    }

    private static DossierShot Shot(JournalRow row)
    {
        JsonNode body = Body(row);
        return new DossierShot(
            Field<long>(row, body, "shot"), (string?)body["zone_id"] ?? $"zone {body["zone"]}", Field<string>(row, body, "outcome"),
            Field<bool>(row, body, "partial"), Field<int>(row, body, "depth_um"), Field<long>(row, body, "volume_nl"), Field<long>(row, body, "permit_id"),
            DateTimeOffset.FromUnixTimeMilliseconds(row.AtUnixMs), row.Hash);
    }

    private static DossierStep Step(JournalRow row, string person) => new(
        row.Sequence, DateTimeOffset.FromUnixTimeMilliseconds(row.AtUnixMs), row.Kind,
        Body(row)[person] is JsonValue value && value.TryGetValue(out string? id) ? id : null, row.Hash);

    private static JsonNode Body(JournalRow row)
    {
        try
        {
            return JsonNode.Parse(row.Body) as JsonObject ?? throw new JsonException("no object");
        }
        catch (JsonException failure)
        {
            throw Unreadable(row, failure);
        }
    }

    private static T Field<T>(JournalRow row, JsonNode body, string name)
    {
        try
        {
            return (body[name] ?? throw new FormatException($"{name} is missing")).GetValue<T>();
        }
        catch (Exception failure) when (failure is FormatException or InvalidOperationException)
        {
            throw Unreadable(row, failure);
        }
    }

    private static RecordStoreException Unreadable(JournalRow row, Exception failure) =>
        new($"Row {row.Sequence} of the journal cannot be read ({failure.Message}): check it with records verify.", failure);
}
