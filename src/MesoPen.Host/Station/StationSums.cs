using System.Collections.Immutable;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>What a running session comes to.</summary>
internal static class StationSums
{
    /// <summary>The zone that paused, or the next with points left.</summary>
    public static ZonePlan? Next(Session session, TreatmentPlan plan) =>
        session.Zone is { } last && session.State == SessionState.Paused && session.Remaining(last) > 0
            ? last
            : plan.Zones.FirstOrDefault(zone => session.Remaining(zone) > 0);

    /// <summary>What each zone had.</summary>
    public static ImmutableArray<ZoneGiven> Given(Session session, TreatmentPlan plan) =>
    [
        .. plan.Zones.Select(zone =>
        {
            ZoneAccount account = session.Ledger.Zone(zone.Tag);
            return new ZoneGiven(
                zone.Zone, zone.Points, account.DeliveredShots, account.UnknownShots, account.NotDeliveredShots, account.Delivered.Nl,
                session.Ledger.Unknown(zone.Tag).Nl, zone.NeedleLength.Um, zone.Dose.Nl);
        }),
    ];

    /// <summary>A session ends under plan and limits that it began under.</summary>
    public static bool Differs(Treatment open, Preparation prepared)
    {
        string[] kinds = ["plan", "profile", "zones", "limits"];
        return prepared.Basis.Any(item => kinds.Contains(item.Kind) && !open.Basis.Contains(item));
    }
}
