using MesoPen.Host.Input;
using MesoPen.Kernel;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>What one zone may get at most, in the oracle's own arithmetic from the input files: nothing of the kernel's sums.</summary>
/// <param name="Tag">Tag on the wire.</param>
/// <param name="Zone">Id.</param>
/// <param name="TipUmMax">Deepest allowed tip along the needle, µm: the plan's, or what the zone's depth allows at the angle, whichever is less; with tolerance.</param>
/// <param name="DoseNl">One shot, nL.</param>
/// <param name="DoseToleranceNl">By which one shot may lie beyond, nL.</param>
/// <param name="VolumeMaxNl">All shots together, nL, with the tolerance of each.</param>
/// <param name="Points">Points of the plan.</param>
internal sealed record ZoneRule(ushort Tag, string Zone, double TipUmMax, long DoseNl, long DoseToleranceNl, long VolumeMaxNl, int Points)
{
    public static IReadOnlyDictionary<ushort, ZoneRule> Of(TreatmentInput input, ShotTolerance tolerance) =>
        input.File.Zones.ToDictionary(zone => zone.Plan.Tag, zone => Of(input, zone, tolerance));

    private static ZoneRule Of(TreatmentInput input, PlannedZone zone, ShotTolerance tolerance)
    {
        ZonePlan plan = zone.Plan;
        CatalogueZone entry = input.Zones.Zones[plan.Zone];
        double depthMax = entry.Value("depth_max_um")?.Value ?? double.MaxValue;
        double alongAxis = depthMax / Math.Sin(plan.AngleDeg * Math.PI / 180);
        long each = tolerance.VolumeNl(plan.Dose.Nl);
        long planned = plan.Points * (plan.Dose.Nl + each);
        long allowed = entry.Value("volume_max_nl") is { } most ? most.Value + (plan.Points * each) : long.MaxValue;
        return new ZoneRule(
            plan.Tag, plan.Zone, Math.Min(plan.NeedleLength.Um, alongAxis) + tolerance.DepthUm, plan.Dose.Nl, each, Math.Min(planned, allowed), plan.Points);
    }
}
