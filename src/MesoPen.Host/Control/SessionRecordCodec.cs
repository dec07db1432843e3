using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Records;
using MesoPen.Kernel;

namespace MesoPen.Host.Control;

/// <summary>
/// Session records as rows of the journal and back. Kinds and fields are listed in docs/records.md; units stand in the names.
/// </summary>
internal sealed class SessionRecordCodec(TreatmentPlan? plan)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public RecordEntry Encode(string session, long atUnixMs, SessionRecord record)
    {
        (string kind, JsonObject body) = record switch
        {
            SessionRecord.Baseline r => ("baseline", new JsonObject
            {
                ["serial"] = r.Serial, ["boot_id"] = r.BootId, ["shot_counter"] = r.ShotCounter, ["volume_counter_nl"] = r.VolumeCounter.Nl,
                ["journal_first"] = r.JournalFirst,
            }),
            SessionRecord.PermitIntended r => ("permit", Permit(r.Permit)),
            SessionRecord.ShotSettled r => ("shot", Shot(r.Shot)),
            SessionRecord.ForeignShot r => ("foreign-shot", Shot(r.Shot)),
            SessionRecord.WindowClosed r => ("window-closed", new JsonObject { ["shot_counter"] = r.ShotCounter, ["volume_counter_nl"] = r.VolumeCounter.Nl }),
            SessionRecord.UnknownSettled r => ("unknown-settled", new JsonObject { ["person"] = r.Person, ["reason"] = r.Reason }),
            SessionRecord.NeedleChanged r => ("needle-changed", new JsonObject { ["person"] = r.Person }),
            SessionRecord.Latched r => ("latched", new JsonObject { ["fault"] = r.Fault }),
            SessionRecord.Released r => ("released", new JsonObject { ["person"] = r.Person, ["reason"] = r.Reason }),
            SessionRecord.Decision r => ("decision", new JsonObject { ["what"] = r.What, ["text"] = r.Text }),
            SessionRecord.SessionClosed r => ("session-closed", new JsonObject { ["outcome"] = r.Outcome }),
            _ => throw new InvalidOperationException($"No journal form for {record.GetType().Name}."),
        };
        return new RecordEntry(session, atUnixMs, kind, body.ToJsonString(Plain));
    }

    /// <summary>Null for rows that are not of the kernel (session-opened).</summary>
    /// <exception cref="RecordStoreException">The row's body is not what its kind says.</exception>
    public static SessionRecord? Decode(JournalRow row)
    {
        try
        {
            JsonNode body = JsonNode.Parse(row.Body) ?? throw new JsonException("empty body");
            return row.Kind switch
            {
                "baseline" => new SessionRecord.Baseline(
                    Text(body, "serial"), (uint)Number(body, "boot_id"), (uint)Number(body, "shot_counter"), Nl(body, "volume_counter_nl"), (uint)Number(body, "journal_first")),
                "permit" => new SessionRecord.PermitIntended(Permit(body)),
                "shot" => new SessionRecord.ShotSettled(Shot(body)),
                "foreign-shot" => new SessionRecord.ForeignShot(Shot(body)),
                "window-closed" => new SessionRecord.WindowClosed((uint)Number(body, "shot_counter"), Nl(body, "volume_counter_nl")),
                "unknown-settled" => new SessionRecord.UnknownSettled(Text(body, "person"), Text(body, "reason")),
                "needle-changed" => new SessionRecord.NeedleChanged(Text(body, "person")),
                "latched" => new SessionRecord.Latched((int)Number(body, "fault")),
                "released" => new SessionRecord.Released(Text(body, "person"), Text(body, "reason")),
                "decision" => new SessionRecord.Decision(Text(body, "what"), Text(body, "text")),
                "session-closed" => new SessionRecord.SessionClosed(Text(body, "outcome")),
                "session-opened" => null,
                _ => throw new JsonException($"kind {row.Kind} is not known"),
            };
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or FormatException or InvalidOperationException or OverflowException or KeyNotFoundException)
        {
            throw new RecordStoreException($"Row {row.Sequence} of the journal cannot be read ({failure.Message}): check it with records verify.", failure);
        }
    }

    private JsonObject Permit(Permit p) => new()
    {
        ["permit_id"] = p.Id, ["boot_id"] = p.BootId, ["zone"] = p.Zone, ["zone_id"] = plan?.Find(p.Zone)?.Zone, ["trigger"] = p.Trigger.ToString(), ["needle_length_um"] = p.NeedleLength.Um,
        ["dose_nl"] = p.Dose.Nl, ["shot_limit"] = p.ShotLimit, ["volume_limit_nl"] = p.VolumeLimit.Nl, ["min_interval_ms"] = p.MinIntervalMs, ["lease_ms"] = p.LeaseMs,
    };

    private static Permit Permit(JsonNode b) => new(
        (uint)Number(b, "permit_id"), (uint)Number(b, "boot_id"), (ushort)Number(b, "zone"), Enum.Parse<ShotTrigger>(Text(b, "trigger")),
        new Depth((int)Number(b, "needle_length_um")), Nl(b, "dose_nl"), (uint)Number(b, "shot_limit"), Nl(b, "volume_limit_nl"),
        (int)Number(b, "min_interval_ms"), (int)Number(b, "lease_ms"));

    private JsonObject Shot(Shot s) => new()
    {
        ["shot"] = s.Index, ["zone"] = s.Zone, ["zone_id"] = plan?.Find(s.Zone)?.Zone, ["outcome"] = OutcomeWord(s.Answer), ["partial"] = s.Partial,
        ["depth_um"] = s.Depth.Um, ["volume_nl"] = s.Volume.Nl, ["permit_id"] = s.PermitId, ["boot_id"] = s.BootId, ["ended_by"] = s.EndedBy, ["device_ms"] = s.DeviceMs,
    };

    private static Shot Shot(JsonNode b) => new(
        (uint)Number(b, "shot"), (ushort)Number(b, "zone"), OutcomeOf(Text(b, "outcome")), Need(b, "partial").GetValue<bool>(),
        new Depth((int)Number(b, "depth_um")), Nl(b, "volume_nl"), (uint)Number(b, "permit_id"), (uint)Number(b, "boot_id"),
        (int)Number(b, "ended_by"), (uint)Number(b, "device_ms"));

    /// <summary>The three answers, as they stand in records and in JSON output.</summary>
    public static string OutcomeWord(ShotAnswer answer) => answer switch
    {
        ShotAnswer.Delivered => "delivered",
        ShotAnswer.NotDelivered => "not-delivered",
        _ => "unknown",
    };

    private static ShotAnswer OutcomeOf(string word) => word switch
    {
        "delivered" => ShotAnswer.Delivered,
        "not-delivered" => ShotAnswer.NotDelivered,
        "unknown" => ShotAnswer.Unknown,
        _ => throw new JsonException($"outcome {word} is not known"),
    };

    private static JsonNode Need(JsonNode body, string name) => body[name] ?? throw new KeyNotFoundException($"{name} is missing");

    private static string Text(JsonNode body, string name) => Need(body, name).GetValue<string>();

    private static long Number(JsonNode body, string name) => Need(body, name).GetValue<long>();

    private static Volume Nl(JsonNode body, string name) => new(Number(body, name));
}
