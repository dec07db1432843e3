using System.Globalization;
using MesoPen.Kernel;

namespace MesoPen.Host.Input;

/// <summary>What a plan comes to: sums, time, limits, and every refusal. No device is asked.</summary>
internal sealed record PlanReport
{
    // An assumption, said wherever the estimate is shown: the hand needs a second to the next point.
    private const int HandMsPerPoint = 1000;

    private static readonly LimitKind[] ZoneKinds =
    [
        LimitKind.TissueDepthMax, LimitKind.TissueDepthMin, LimitKind.NeedleLengthMax, LimitKind.NeedleLengthMin, LimitKind.DoseMax, LimitKind.DoseMin,
        LimitKind.DoseStep, LimitKind.ZoneVolumeMax, LimitKind.ZoneShotsMax, LimitKind.ShotIntervalMin,
    ];

    private static readonly LimitKind[] SessionKinds =
        [LimitKind.SessionVolumeMax, LimitKind.ProductVolumeMax, LimitKind.PrimeMax, LimitKind.NeedleSticksMax];

    private PlanReport(TreatmentInput input, DateOnly today)
    {
        Input = input;
        Volume = input.Plan.Zones.Aggregate(Volume.Zero, (sum, zone) => sum + zone.Total);
        Shots = input.Plan.Zones.Sum(zone => zone.Points);
        MachineMs = input.Plan.Zones.Sum(MachineMsOf);
        HandMs = input.Plan.Zones.Sum(HandMsOf);
        Limits = [.. Effective(input)];
        Refusals = input.Plan.Check(input.Limits);
        DateOnly expires = DateOnly.FromDayNumber(new DateOnly(1970, 1, 1).DayNumber + input.Plan.Product.ExpiresDay);
        Expired = expires < today
            ? $"{input.Plan.Product.Name}, lot {input.Plan.Product.Lot}, expired on {expires.ToString("O", CultureInfo.InvariantCulture)}: load a product in date."
            : null;
        Notes = [.. NotesOn(input)];
    }

    public TreatmentInput Input { get; }

    /// <summary>Shots of all zones.</summary>
    public int Shots { get; }

    /// <summary>Volume of all zones.</summary>
    public Volume Volume { get; }

    /// <summary>What stays in the cartridges; below zero if there is too little.</summary>
    public Volume LeftOver => Input.Plan.Product.Loaded - Input.Plan.Prime - Volume;

    /// <summary>Full cartridges that the loaded volume takes.</summary>
    public long Cartridges => CeilingOf(Input.Plan.Product.Loaded.Nl, Input.Profile.Caps.CartridgeNl);

    /// <summary>Needle heads, by the shots that the plan allows with one.</summary>
    public long NeedleHeads => CeilingOf(Shots, Input.File.NeedleLimit.Value);

    /// <summary>Time that the machine needs, ms.</summary>
    public long MachineMs { get; }

    /// <summary>Time that the hand is taken to need, ms.</summary>
    public long HandMs { get; }

    /// <summary>The tightest limit of each kind in each zone, and of the session.</summary>
    public IReadOnlyList<(string? Zone, Limit Limit)> Limits { get; }

    /// <summary>What the kernel refuses.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>Why the product may not be used; null if it may.</summary>
    public string? Expired { get; }

    /// <summary>What is allowed but should be known.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Every sentence that stands against the plan.</summary>
    public IEnumerable<string> Objections => [.. Refusals.Select(refusal => refusal.Sentence), .. Expired is { } expired ? new[] { expired } : []];

    public static PlanReport Of(TreatmentInput input, TimeProvider clock) => new(input, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    /// <summary>Time that the machine needs for a zone, ms.</summary>
    public long MachineMsOf(ZonePlan zone) => zone.Points * CycleMs(zone, Input.Profile.Mechanics);

    /// <summary>Time that the hand is taken to need for a zone, ms.</summary>
    public static long HandMsOf(ZonePlan zone) => zone.Trigger == ShotTrigger.Continuous ? 0 : (long)zone.Points * HandMsPerPoint;

    /// <summary>From the beginning of a shot to the end of it, or to the earliest next one: needle out, settle, inject, dwell, needle back.</summary>
    private static long CycleMs(ZonePlan zone, ProfileMechanics mechanics)
    {
        long motion = CeilingOf(zone.NeedleLength.Um * 1000L, mechanics.NeedleOutUmPerS) + CeilingOf(zone.NeedleLength.Um * 1000L, mechanics.NeedleBackUmPerS);
        long flow = CeilingOf(zone.Dose.Nl * 1000, mechanics.FlowNlPerS);
        return Math.Max(zone.MinIntervalMs, motion + mechanics.SettleMs + flow + mechanics.DwellMs);
    }

    private static long CeilingOf(long value, long by) => (value + by - 1) / by;

    /// <summary>The tightest limit of each kind that a plan is held against, in each of its zones and for the session.</summary>
    internal static IEnumerable<(string? Zone, Limit Limit)> Effective(TreatmentInput input)
    {
        foreach (LimitKind kind in ZoneKinds)
        {
            foreach (ZonePlan zone in input.Plan.Zones)
            {
                if (input.Limits.Effective(kind, zone.Zone) is { } limit)
                {
                    yield return (zone.Zone, limit);
                }
            }
        }

        foreach (LimitKind kind in SessionKinds)
        {
            if (input.Limits.Effective(kind, null) is { } limit)
            {
                yield return (null, limit);
            }
        }
    }

    private IEnumerable<string> NotesOn(TreatmentInput input)
    {
        if (input.Profile.Id != input.File.ProfileId)
        {
            yield return $"The plan was drawn for {input.File.ProfileId} and is checked for {input.Profile.Id}.";
        }

        if (NeedleHeads > 1)
        {
            yield return $"{NeedleHeads} needle heads are needed: the plan allows {input.File.NeedleLimit.Value} shots with one.";
        }

        if (Cartridges > 1)
        {
            yield return $"{Cartridges} cartridges are needed: {input.Profile.Id} takes {new Volume(input.Profile.Caps.CartridgeNl)} in one. "
                + "Each is primed anew, which the sums here do not hold.";
        }

        IEnumerable<(string Zone, string Note)> onZones = input.File.Zones.SelectMany(zone => NotesOn(zone, input.Entry(zone)));
        foreach (IGrouping<string, string> note in onZones.GroupBy(item => item.Note, item => item.Zone))
        {
            yield return $"{string.Join(", ", note)}: {note.Key}";
        }
    }

    private static IEnumerable<(string Zone, string Note)> NotesOn(PlannedZone zone, CatalogueZone entry)
    {
        if (entry.Value("spacing_min_um") is { } spacing && zone.SpacingUm < spacing.Value)
        {
            yield return (entry.Id, $"points {new Depth(zone.SpacingUm)} apart, and {spacing.Reference} has {new Depth((int)spacing.Value)} or more. "
                + "No device keeps the spacing: the operator does.");
        }

        if (!entry.Techniques.Contains(zone.Technique))
        {
            yield return (entry.Id, $"{zone.Technique} is not among the techniques described for it ({string.Join(", ", entry.Techniques)}).");
        }

        if (entry.Note is { } note)
        {
            yield return (entry.Id, note);
        }
    }
}
