using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Input;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>The zones of a running session, for people. To be asked on the loop.</summary>
internal static class StationZones
{
    /// <summary>All zones, in the order of work.</summary>
    public static ImmutableArray<StationZone> Of(Session session, TreatmentInput input, DoseUncertainty? doses)
    {
        ILookup<ushort, Shot> shots = session.Ledger.Shots.ToLookup(shot => shot.Zone);
        return [.. input.File.Zones.Select(zone => Of(session, input, doses, zone, shots[zone.Plan.Tag]))];
    }

    private static StationZone Of(Session session, TreatmentInput input, DoseUncertainty? doses, PlannedZone planned, IEnumerable<Shot> shots)
    {
        ZonePlan zone = planned.Plan;
        ZoneAccount account = session.Ledger.Zone(zone.Tag);
        Limit? most = session.Limits.Effective(LimitKind.ZoneVolumeMax, zone.Zone);
        return new StationZone(
            zone.Zone, zone.Points, session.Remaining(zone), account.Delivered.Nl, account.Unknown.Nl, account.NotDeliveredShots)
        {
            Shots = account.DeliveredShots,
            UnknownShots = account.UnknownShots,
            ReservedShots = session.Ledger.Open?.Zone == zone.Tag ? session.Ledger.OpenShots : 0,
            ReservedNl = (session.Ledger.Unknown(zone.Tag) - account.Unknown).Nl,
            CutShots = account.PartialShots,
            LastCutNl = shots.LastOrDefault() is { Answer: ShotAnswer.Delivered, Partial: true } cut ? cut.Volume.Nl : null,
            UncertaintyNl = UncertaintyNl(shots, zone, account, input.Profile.Tolerance, doses),
            UncertaintySource = UncertaintySource(input, doses),
            DoseNl = zone.Dose.Nl,
            DepthUm = zone.TissueDepth.Um,
            NeedleLengthUm = zone.NeedleLength.Um,
            SpacingUm = planned.SpacingUm,
            Technique = planned.Technique,
            Trigger = TriggerWords.Of(zone.Trigger),
            LimitNl = most?.Value,
            LimitSource = most is null ? null : LimitWords.SourceOf(most),
        };
    }

    /// <summary>
    /// What all shots that count as delivered may be off, added up: the most that the sum may be off. A shot that was taken over may be none; one that
    /// was cut off is off by what the profile says of that, which no certificate measures.
    /// </summary>
    public static long UncertaintyNl(IEnumerable<Shot> shots, ZonePlan zone, ZoneAccount account, ProfileTolerance tolerance, DoseUncertainty? doses) =>
        shots.Sum(shot => shot.Answer switch
        {
            ShotAnswer.Delivered when shot.Partial => Math.Max(tolerance.CutNl, tolerance.OfDoseNl(shot.Volume.Nl) - tolerance.DoseNl),
            ShotAnswer.Delivered => doses?.OfDoseNl(zone.Dose.Nl) ?? tolerance.OfDoseNl(zone.Dose.Nl),
            ShotAnswer.Unknown when account.UnknownShots == 0 => shot.Volume.Nl,
            _ => 0,
        });

    /// <summary>Who says how far a dose may be off.</summary>
    public static string UncertaintySource(TreatmentInput input, DoseUncertainty? doses) => doses?.Source ?? $"profile {input.Profile.Id}: tolerance of a shot";
}
