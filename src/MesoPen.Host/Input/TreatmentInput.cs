using System.Collections.Immutable;
using System.Globalization;
using MesoPen.Kernel;

namespace MesoPen.Host.Input;

/// <summary>A plan held against a device profile and the zone catalogue: all that a session needs to begin.</summary>
/// <param name="File">The plan as written.</param>
/// <param name="Profile">The device profile.</param>
/// <param name="Zones">The zone catalogue.</param>
/// <param name="Plan">The plan for the kernel.</param>
/// <param name="Limits">All limits but those of the device that will be connected.</param>
public sealed record TreatmentInput(PlanFile File, DeviceProfile Profile, ZoneCatalogue Zones, TreatmentPlan Plan, LimitSet Limits)
{
    /// <summary>Reads plan, profile and catalogue and puts them together.</summary>
    /// <param name="planPath">The plan.</param>
    /// <param name="zonesPath">The zone catalogue.</param>
    /// <param name="profilesDirectory">Folder of profiles, of which the one that the plan names is taken.</param>
    /// <param name="profilePath">A profile to take instead; null for the plan's own.</param>
    /// <exception cref="InputException">One of them is not what it must be, or they do not fit each other.</exception>
    public static TreatmentInput Load(string planPath, string zonesPath, string profilesDirectory, string? profilePath = null)
    {
        PlanFile plan = PlanFile.Load(planPath);
        DeviceProfile profile = profilePath is null ? DeviceProfile.Find(profilesDirectory, plan.ProfileId) : DeviceProfile.Load(profilePath);
        return Assemble(plan, profile, ZoneCatalogue.Load(zonesPath));
    }

    /// <summary>Puts together what was read.</summary>
    /// <exception cref="InputException">
    /// They do not fit each other: an unknown zone, a zone without a sourced limit, a trigger mode that the device lacks.
    /// </exception>
    public static TreatmentInput Assemble(PlanFile plan, DeviceProfile profile, ZoneCatalogue zones)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(zones);
        List<Limit> limits = [.. profile.Limits(), .. plan.ProductLimits, plan.NeedleLimit];
        foreach (PlannedZone zone in plan.Zones)
        {
            CatalogueZone entry = Entry(plan, zone, zones);
            if (!profile.Caps.TriggerModes.Contains(zone.Plan.Trigger))
            {
                string modes = string.Join(", ", profile.Caps.TriggerModes.Select(TriggerWords.Of));
                throw new InputException(
                    plan.File.Path, zone.Line,
                    $"Zone {zone.Plan.Zone} wants the trigger mode {TriggerWords.Of(zone.Plan.Trigger)}, and {profile.Id} has {modes}: choose one of these.");
            }

            limits.AddRange(OfCatalogue(plan, entry, zones));
            limits.AddRange(zone.OwnLimits);
            limits.Add(OfPoints(plan, zone.Plan, profile));
        }

        limits.AddRange(OfSums(plan, profile));
        TreatmentPlan treatment = new(plan.Id, plan.Title, plan.Product, plan.Prime, [.. plan.Zones.Select(zone => zone.Plan)]);
        TreatmentInput input = new(plan, profile, zones, treatment, new LimitSet(limits));
        input.RequireSourced(LimitKind.TissueDepthMax, "depth_max_um and depth_source");
        input.RequireSourced(LimitKind.DoseMax, "dose_max_nl and dose_source");
        return input;
    }

    /// <summary>The catalogue's entry of a planned zone.</summary>
    public CatalogueZone Entry(PlannedZone zone) => Entry(File, zone, Zones);

    private static CatalogueZone Entry(PlanFile plan, PlannedZone zone, ZoneCatalogue zones)
    {
        if (zones.Zones.TryGetValue(zone.Plan.Zone, out CatalogueZone? entry))
        {
            return entry;
        }

        string meant = NearestWord.To(zone.Plan.Zone, zones.Zones.Keys) is { } word
            ? $"did you mean {word}?"
            : $"there are {string.Join(", ", zones.Zones.Keys)}.";
        throw new InputException(plan.File.Path, zone.Line, $"Zone {zone.Plan.Zone} is not in {zones.File.Path}: {meant}");
    }

    private static IEnumerable<Limit> OfCatalogue(PlanFile plan, CatalogueZone entry, ZoneCatalogue zones)
    {
        foreach ((string key, LimitKind kind) in CatalogueZone.LimitKeys)
        {
            if (entry.Value(key) is not { } value)
            {
                continue;
            }

            yield return new Limit(kind, entry.Id, value.Value, LimitSource.Zone, value.Reference, zones.Version);

            // Zones of one area share its volume: what the plan gives to the others is taken off, so that the sum keeps the limit.
            List<ZonePlan> others = kind != LimitKind.ZoneVolumeMax || entry.Area is not { } area
                ? []
                : [.. plan.Zones.Select(zone => zone.Plan).Where(other => other.Zone != entry.Id && Area(other, zones) == area)];
            if (others.Count > 0)
            {
                Volume taken = others.Aggregate(Volume.Zero, (sum, other) => sum + other.Total);
                yield return new Limit(
                    kind, entry.Id, Math.Max(0, value.Value - taken.Nl), LimitSource.Zone,
                    $"{value.Reference}; for the whole area {entry.Area}, of which {string.Join(", ", others.Select(other => other.Zone))} takes {taken}",
                    zones.Version);
            }
        }
    }

    private static string? Area(ZonePlan plan, ZoneCatalogue zones) => zones.Zones.GetValueOrDefault(plan.Zone)?.Area;

    /// <summary>
    /// A zone gets no more than its points at their dose, each with the device's stated tolerance: without the tolerance the last point of a
    /// zone whose shots ran a hair large would be refused.
    /// </summary>
    private static Limit OfPoints(PlanFile plan, ZonePlan zone, DeviceProfile profile) => new(
        LimitKind.ZoneVolumeMax, zone.Zone, WithTolerance(zone, profile).Nl, LimitSource.Plan,
        string.Create(CultureInfo.InvariantCulture, $"{zone.Points} points of {zone.Dose} each, with the device's tolerance"), plan.Version);

    private static IEnumerable<Limit> OfSums(PlanFile plan, DeviceProfile profile)
    {
        Volume sum = plan.Zones.Aggregate(Volume.Zero, (total, zone) => total + WithTolerance(zone.Plan, profile));
        yield return new Limit(LimitKind.SessionVolumeMax, null, sum.Nl, LimitSource.Plan, "all points of the plan, with the device's tolerance", plan.Version);
        yield return new Limit(
            LimitKind.ProductVolumeMax, null, Math.Max(0, plan.Product.Loaded.Nl - plan.Prime.Nl), LimitSource.Product,
            $"{plan.Product.Name}, lot {plan.Product.Lot}: {plan.Product.Loaded} loaded less {plan.Prime} of priming", plan.Version);
    }

    private static Volume WithTolerance(ZonePlan zone, DeviceProfile profile) => new Volume(zone.Dose.Nl + profile.Tolerance.OfDoseNl(zone.Dose.Nl)) * zone.Points;

    private void RequireSourced(LimitKind kind, string keys)
    {
        foreach (PlannedZone zone in File.Zones)
        {
            // The device's own caps say what it can do, not what a zone may get.
            if (!Limits.All.Any(limit => limit.Kind == kind && limit.Zone == zone.Plan.Zone))
            {
                throw new InputException(
                    File.File.Path, zone.Line, $"Zone {zone.Plan.Zone} has no sourced limit in {Zones.File.Path}: state {keys} in the plan.");
            }
        }
    }
}
