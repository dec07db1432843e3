using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>What a running session comes to.</summary>
internal static class StationSums
{
    /// <summary>
    /// The zone that was worked on last if points are left in it, else the next one in the order of work; null if none has any. After a stop, a fault
    /// or a start of the program the needle is still over the zone it was over.
    /// </summary>
    public static ZonePlan? Next(Session session, TreatmentPlan plan)
    {
        ZonePlan? last = session.Zone ?? (session.Ledger.Shots.Count > 0 ? plan.Find(session.Ledger.Shots.Last().Zone) : null);
        return last is not null && session.Remaining(last) > 0 ? last : plan.Zones.FirstOrDefault(zone => session.Remaining(zone) > 0);
    }

    /// <summary>What each zone had.</summary>
    public static ImmutableArray<ZoneGiven> Given(Session session, TreatmentInput input, DoseUncertainty? doses)
    {
        ILookup<ushort, Shot> shots = session.Ledger.Shots.ToLookup(shot => shot.Zone);
        return
        [
            .. input.Plan.Zones.Select(zone =>
            {
                ZoneAccount account = session.Ledger.Zone(zone.Tag);
                return new ZoneGiven(
                    zone.Zone, zone.Points, account.DeliveredShots, account.UnknownShots, account.NotDeliveredShots, account.Delivered.Nl,
                    session.Ledger.Unknown(zone.Tag).Nl, zone.NeedleLength.Um, zone.Dose.Nl,
                    StationZones.UncertaintyNl(shots[zone.Tag], zone, account, input.Profile.Tolerance, doses), StationZones.UncertaintySource(input, doses));
            }),
        ];
    }

    /// <summary>
    /// Whether the line was primed in this session. The device only knows that it was primed once, perhaps for another patient, with another product.
    /// </summary>
    /// <param name="rows">The session's rows.</param>
    public static bool IsPrimed(IReadOnlyList<JournalRow> rows) => rows.Any(IsPriming);

    /// <summary>Whether a row says that the line was primed.</summary>
    public static bool IsPriming(JournalRow row) => row.Kind == "decision" && (string?)JsonNode.Parse(row.Body)!["what"] == "priming";

    /// <summary>A session ends under plan and limits that it began under.</summary>
    public static bool Differs(Treatment open, Preparation prepared)
    {
        string[] kinds = ["plan", "profile", "zones", "limits"];
        return prepared.Basis.Any(item => kinds.Contains(item.Kind) && !open.Basis.Contains(item));
    }
}
