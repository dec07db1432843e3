using MesoPen.Host.Input;
using MesoPen.Kernel;

namespace MesoPen.Hil;

/// <summary>
/// Holds a plan against catalogue, profile and device in arithmetic of its own: what is beyond any of them must never lead to a permit. It says
/// nothing of what the product refuses beyond that.
/// </summary>
internal static class PlanAudit
{
    /// <summary>What in the plan is beyond its own files, with the invariant that a permit would break; null if nothing is.</summary>
    public static (int Invariant, string What)? OfFiles(TreatmentInput input)
    {
        ProfileCaps caps = input.Profile.Caps;
        DeviceBounds bounds = new(
            caps.DepthMinUm, caps.DepthMaxUm, caps.DoseMinNl, caps.DoseMaxNl, caps.DoseStepNl, caps.MinIntervalMs, caps.PrimeMaxNl);
        return OfZones(input) ?? OfSums(input) ?? OfDevice(input, bounds);
    }

    /// <summary>What in the plan is beyond a device's own caps; null if nothing is.</summary>
    public static (int Invariant, string What)? OfDevice(TreatmentInput input, DeviceBounds caps)
    {
        foreach (ZonePlan zone in input.File.Zones.Select(zone => zone.Plan))
        {
            if (zone.NeedleLength.Um < caps.DepthMinUm || zone.NeedleLength.Um > caps.DepthMaxUm)
            {
                return (1, $"{zone.Zone} wants the needle {zone.NeedleLength.Um} µm out, and the device does {caps.DepthMinUm} to {caps.DepthMaxUm}");
            }

            if (zone.Dose.Nl < caps.DoseMinNl || zone.Dose.Nl > caps.DoseMaxNl || zone.Dose.Nl % caps.DoseStepNl != 0)
            {
                return (2, $"{zone.Zone} wants {zone.Dose.Nl} nL a shot, and the device does {caps.DoseMinNl} to {caps.DoseMaxNl} by {caps.DoseStepNl}");
            }

            if (zone.MinIntervalMs < caps.MinIntervalMs)
            {
                return (2, $"{zone.Zone} wants a shot each {zone.MinIntervalMs} ms, and the device needs {caps.MinIntervalMs}");
            }
        }

        return input.File.Prime.Nl > caps.PrimeMaxNl ? (2, $"the prime is {input.File.Prime.Nl} nL, and the device does {caps.PrimeMaxNl}") : null;
    }

    private static (int Invariant, string What)? OfZones(TreatmentInput input)
    {
        foreach (PlannedZone planned in input.File.Zones)
        {
            ZonePlan zone = planned.Plan;
            CatalogueZone entry = input.Zones.Zones[zone.Zone];
            double depthUm = zone.NeedleLength.Um * Math.Sin(zone.AngleDeg * Math.PI / 180);
            if (depthUm > Most(planned, entry, "depth_max_um", LimitKind.TissueDepthMax) + 1e-6)
            {
                return (1, $"{zone.Zone} is planned {depthUm:0.###} µm deep, and is not allowed that");
            }

            if (zone.Dose.Nl > Most(planned, entry, "dose_max_nl", LimitKind.DoseMax))
            {
                return (2, $"{zone.Zone} is planned {zone.Dose.Nl} nL a shot, and is not allowed that");
            }

            if (zone.Points > (entry.Value("shots_max")?.Value ?? long.MaxValue))
            {
                return (2, $"{zone.Zone} is planned {zone.Points} shots, and is not allowed that");
            }

            long areaNl = input.File.Zones.Select(other => other.Plan)
                .Where(other => other.Zone == zone.Zone || (entry.Area is { } area && input.Zones.Zones[other.Zone].Area == area))
                .Sum(other => other.Points * other.Dose.Nl);
            if (areaNl > (entry.Value("volume_max_nl")?.Value ?? long.MaxValue))
            {
                return (2, $"{zone.Zone} and its area are planned {areaNl} nL, and are not allowed that");
            }
        }

        return null;
    }

    private static (int Invariant, string What)? OfSums(TreatmentInput input)
    {
        long plannedNl = input.File.Zones.Sum(zone => zone.Plan.Points * zone.Plan.Dose.Nl);
        long loadedNl = input.File.Product.Loaded.Nl - input.File.Prime.Nl;
        long productNl = input.File.ProductLimits.Where(limit => limit.Kind == LimitKind.ProductVolumeMax).Select(limit => limit.Value).DefaultIfEmpty(long.MaxValue).Min();
        return plannedNl > Math.Min(loadedNl, productNl) ? (2, $"the plan is {plannedNl} nL, and there are {loadedNl} nL of which {productNl} are allowed") : null;
    }

    private static long Most(PlannedZone planned, CatalogueZone entry, string key, LimitKind kind) =>
        planned.OwnLimits.Where(limit => limit.Kind == kind).Select(limit => limit.Value)
            .Append(entry.Value(key)?.Value ?? long.MaxValue).Min();
}
