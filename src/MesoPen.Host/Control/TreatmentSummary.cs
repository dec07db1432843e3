using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MesoPen.Kernel;

namespace MesoPen.Host.Control;

/// <summary>What a treatment came to, per zone and per shot: the last line of <c>treat --json</c>.</summary>
internal static class TreatmentSummary
{
    /// <summary>Form: docs/operating.md. Volumes in nL, depths along the needle in µm.</summary>
    public static JsonObject Of(string sessionId, TreatmentOutcome outcome, Session session, TreatmentPlan plan) => new()
    {
        ["type"] = "summary",
        ["session"] = sessionId,
        ["outcome"] = Word(outcome),
        ["zones"] = new JsonArray([.. plan.Zones.Select(zone => Zone(session, zone))]),
        ["shots"] = new JsonArray([.. session.Ledger.Shots.Select(shot => Shot(plan, shot))]),
    };

    /// <summary>A short table for a terminal.</summary>
    public static string ForPeople(string sessionId, TreatmentOutcome outcome, Session session, TreatmentPlan plan)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"Session {sessionId}: {Word(outcome)}");
        foreach (ZonePlan zone in plan.Zones)
        {
            ZoneAccount account = session.Ledger.Zone(zone.Tag);
            Volume unknown = session.Ledger.Unknown(zone.Tag);
            string doubt = unknown.Nl > 0 ? $", {unknown.InMillilitres} unknown" : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"  {zone.Zone,-22} {account.DeliveredShots,4}/{zone.Points} points  {account.Delivered.InMillilitres,10} delivered{doubt}");
        }

        text.Append(CultureInfo.InvariantCulture, $"  {"total",-22} {session.Ledger.Shots.Count,4} shots   {session.Ledger.Delivered.InMillilitres,10} delivered");
        return text.ToString();
    }

    /// <summary>The outcome as it stands in JSON.</summary>
    public static string Word(TreatmentOutcome outcome) => outcome switch
    {
        TreatmentOutcome.Completed => "completed",
        TreatmentOutcome.Refused => "refused",
        TreatmentOutcome.Faulted => "faulted",
        TreatmentOutcome.Stopped => "stopped",
        _ => "link-lost",
    };

    private static JsonObject Zone(Session session, ZonePlan zone)
    {
        ZoneAccount account = session.Ledger.Zone(zone.Tag);
        Limit? limit = session.Limits.Effective(LimitKind.ZoneVolumeMax, zone.Zone);
        return new JsonObject
        {
            ["zone"] = zone.Zone,
            ["points"] = zone.Points,
            ["shots"] = account.DeliveredShots,
            ["partial_shots"] = account.PartialShots,
            ["not_delivered_shots"] = account.NotDeliveredShots,
            ["delivered_nl"] = account.Delivered.Nl,
            ["unknown_nl"] = session.Ledger.Unknown(zone.Tag).Nl,
            ["limit_nl"] = limit?.Value,
        };
    }

    private static JsonObject Shot(TreatmentPlan plan, Shot shot) => new()
    {
        ["shot"] = shot.Index,
        ["zone"] = plan.Find(shot.Zone)?.Zone,
        ["outcome"] = SessionRecordCodec.OutcomeWord(shot.Answer),
        ["partial"] = shot.Partial,
        ["ended_by"] = shot.EndedBy,
        ["depth_um"] = shot.Depth.Um,
        ["volume_nl"] = shot.Volume.Nl,
    };
}
