using System.Globalization;
using System.Text.Json.Nodes;
using MesoPen.Host.Control;
using MesoPen.Host.Records;
using MesoPen.Kernel;

namespace MesoPen.Host.Cli;

/// <summary>
/// What the records of a session come to, zone by zone: delivered and, as long as a permit is open or a shot is not settled, unknown. After
/// a crash this is what may have been injected, before anybody has asked the device.
/// </summary>
internal sealed class SessionAccount
{
    private readonly DoseLedger _ledger;
    private readonly SortedDictionary<ushort, string> _zones = [];
    private readonly string _title;

    private SessionAccount(IReadOnlyList<JournalRow> rows)
    {
        _ledger = DoseLedger.Replay(rows.Select(SessionRecordCodec.Decode).OfType<SessionRecord>());
        JsonNode? opened = rows.FirstOrDefault(row => row.Kind == "session-opened") is { } first ? JsonNode.Parse(first.Body) : null;
        string outcome = rows[^1] is { Kind: "session-closed" } last ? (string?)JsonNode.Parse(last.Body)?["outcome"] ?? "closed" : "open";
        string Word(string key) => PlainText.Of(opened?[key]?.ToString());
        _title = $"Session {PlainText.Of(rows[0].Stream)}: {PlainText.Of(outcome)}\n"
            + $"{Word("plan_title")}, {Word("product")}, lot {Word("lot")}, by {Word("person")}, device {PlainText.Of(_ledger.DeviceSerial ?? "never seen")}";
        foreach (JournalRow row in rows.Where(row => row.Kind is "permit" or "shot"))
        {
            JsonNode body = JsonNode.Parse(row.Body)!;
            ushort tag = (ushort)body["zone"]!.GetValue<long>();
            _zones[tag] = (string?)body["zone_id"] ?? string.Create(CultureInfo.InvariantCulture, $"zone {tag}");
        }
    }

    /// <summary>Adds a session's rows up.</summary>
    /// <exception cref="RecordStoreException">A row cannot be read, or they contradict each other.</exception>
    public static SessionAccount Of(IReadOnlyList<JournalRow> rows)
    {
        try
        {
            return new SessionAccount(rows);
        }
        catch (InvalidOperationException contradiction)
        {
            throw new RecordStoreException($"{contradiction.Message} Check it with records verify.", contradiction);
        }
    }

    /// <summary>One JSON object; volumes in nL.</summary>
    public JsonObject ToJson(string session) => new()
    {
        ["type"] = "account",
        ["session"] = session,
        ["closed"] = _ledger.Closed,
        ["zones"] = new JsonArray([.. _zones.Select(zone => new JsonObject
        {
            ["zone"] = zone.Value,
            ["shots"] = _ledger.Zone(zone.Key).DeliveredShots,
            ["delivered_nl"] = _ledger.Zone(zone.Key).Delivered.Nl,
            ["unknown_nl"] = _ledger.Unknown(zone.Key).Nl,
        })]),
        ["delivered_nl"] = _ledger.Delivered.Nl,
        ["unknown_nl"] = _zones.Keys.Sum(tag => _ledger.Unknown(tag).Nl),
    };

    /// <summary>A table, and what to do if something is unknown.</summary>
    public void Write(TextWriter output)
    {
        TextTable table = new("Zone", "Shots", "Delivered", "Unknown");
        foreach ((ushort tag, string zone) in _zones)
        {
            ZoneAccount account = _ledger.Zone(tag);
            table.Add(PlainText.Of(zone), account.DeliveredShots.ToString(CultureInfo.InvariantCulture), account.Delivered.InMillilitres, _ledger.Unknown(tag).InMillilitres);
        }

        output.WriteLine(_title);
        table.Write(output);
        if (_zones.Keys.Any(tag => _ledger.Unknown(tag).Nl > 0))
        {
            output.WriteLine("What is unknown may have been injected: settle it by the device's own journal, with treat --resume; if the device will not come back, with records settle.");
        }
    }
}
