using MesoPen.Host.Input;
using MesoPen.Kernel;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>
/// Draws what must never be armed: a plan one step beyond a limit, a device that can do less than its profile says, a date that is past, a test
/// that cannot pass, a person who does not agree. Nothing may be granted, by whatever detour.
/// </summary>
internal static class ForbiddenDraw
{
    public static CampaignDraw Of(int seed, SeededChance chance, CampaignPlans plans)
    {
        TreatmentInput whole = plans.All[chance.Between(0, plans.All.Count - 1)];
        VirtualTreatmentOptions options = new()
        {
            Input = TreatmentDraw.Cut(whole, chance),
            Seed = seed,
            Operator = OperatorPace.Fast,
            AnswerMs = chance.Between(1, 50),
            LinkPatience = TimeSpan.FromSeconds(5),
        };
        (string what, options, int noPermille) = chance.Between(0, 12) switch
        {
            0 => ("deeper than the catalogue allows", options with { Input = Deeper(options.Input, chance) }, 0),
            1 => ("a larger dose than the catalogue allows", options with { Input = OfZone(options.Input, zone => zone with { Dose = new Volume(LeastBeyond(options.Input, zone)) }) }, 0),
            2 => ("more volume than the zone may have", options with { Input = Fuller(options.Input) }, 0),
            3 => ("faster than the device is", options with { Input = OfZone(options.Input, zone => zone with { MinIntervalMs = options.Input.Profile.Caps.MinIntervalMs - 1 }) }, 0),
            4 => ("more than is loaded", options with { Input = Loaded(options.Input, less: 1) }, 0),
            5 => ("a device that is less deep than its profile", options with { Device = Less(options.Input, (caps, zone) => caps with { DepthMaxUm = zone.NeedleLength.Um - 1 }) }, 0),
            6 => ("a device of smaller doses than its profile", options with { Device = Less(options.Input, (caps, zone) => caps with { DoseMaxNl = (int)zone.Dose.Nl - caps.DoseStepNl }) }, 0),
            7 => ("a device that is slower than its profile", options with { Device = Less(options.Input, (caps, zone) => caps with { MinIntervalMs = zone.MinIntervalMs + 1 }) }, 0),
            8 => ("a calibration that was due yesterday", options with { Start = TreatmentDraw.LastDayAt(chance.Between(0, 22)), CalibrationDueDay = TreatmentDraw.LastDay - 1 }, 0),
            9 => ("a product that expired yesterday", options with { Start = TreatmentDraw.LastDayAt(24 + chance.Between(0, 22)) }, 0),
            10 => ("a needle that cannot be tested", options with { Faults = [FaultSpec.Parse("needle.stuck@t=0,for=600s")] }, 0),
            11 => ("a prime beyond what the device does", options with { Input = Primed(options.Input) }, 0),
            _ => ("a person who says no", options, 1000),
        };
        return new CampaignDraw($"forbidden: {what}; {options.Input.Plan.Id}", options) { Forbidden = true, NoPermille = noPermille, PauseMs = chance.Between(0, 1000) };
    }

    /// <summary>By the least that a whole number of micrometres along the needle can be, at an angle at which rounding could hide it.</summary>
    private static TreatmentInput Deeper(TreatmentInput input, SeededChance chance)
    {
        int angle = chance.Between(30, 90);
        return OfZone(input, zone =>
        {
            long most = Most(input, zone, "depth_max_um", LimitKind.TissueDepthMax);
            int length = (int)Math.Floor(most / Math.Sin(angle * Math.PI / 180)) + 1;
            return zone with { AngleDeg = angle, NeedleLength = new Depth(length) };
        });
    }

    private static long LeastBeyond(TreatmentInput input, ZonePlan zone)
    {
        long step = input.Profile.Caps.DoseStepNl;
        return ((Most(input, zone, "dose_max_nl", LimitKind.DoseMax) / step) + 1) * step;
    }

    private static TreatmentInput Fuller(TreatmentInput input)
    {
        long? most = input.Zones.Zones[input.Plan.Zones[^1].Zone].Value("volume_max_nl")?.Value;
        TreatmentInput fuller = OfZone(input, zone => zone with { Points = (int)((most ?? input.File.Product.Loaded.Nl) / zone.Dose.Nl) + 1 });
        return most is null ? fuller : Loaded(fuller, less: -1_000_000);
    }

    /// <summary>The product's volume is what the plan needs less so much.</summary>
    private static TreatmentInput Loaded(TreatmentInput input, long less)
    {
        long need = input.File.Prime.Nl + input.File.Zones.Sum(zone => zone.Plan.Points * zone.Plan.Dose.Nl);
        return Again(input, input.File with { Product = input.File.Product with { Loaded = new Volume(need - less) } });
    }

    private static TreatmentInput Primed(TreatmentInput input) =>
        Again(input, input.File with { Prime = new Volume(input.Profile.Caps.PrimeMaxNl + 1) });

    private static MesoPen.Simulator.DeviceProfile Less(TreatmentInput input, Func<DeviceCaps, ZonePlan, DeviceCaps> less)
    {
        MesoPen.Simulator.DeviceProfile profile = BuiltInProfiles.Of(input.Profile.Id);
        return profile with { Caps = less(profile.Caps, input.Plan.Zones[^1]) };
    }

    /// <summary>Changes the last zone: what comes before it is within all limits, and must not be armed either.</summary>
    private static TreatmentInput OfZone(TreatmentInput input, Func<ZonePlan, ZonePlan> change)
    {
        PlannedZone last = input.File.Zones[^1];
        return Again(input, input.File with { Zones = [.. input.File.Zones[..^1], last with { Plan = change(last.Plan) }] });
    }

    private static TreatmentInput Again(TreatmentInput input, PlanFile file) => TreatmentInput.Assemble(file, input.Profile, input.Zones);

    private static long Most(TreatmentInput input, ZonePlan zone, string key, LimitKind kind)
    {
        PlannedZone planned = input.File.Zones.First(each => each.Plan.Tag == zone.Tag);
        return planned.OwnLimits.Where(limit => limit.Kind == kind).Select(limit => limit.Value).Append(input.Zones.Zones[zone.Zone].Value(key)?.Value ?? long.MaxValue).Min();
    }
}
