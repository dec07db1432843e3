namespace MesoPen.Kernel;

/// <summary>One bound with its origin. The effective limit is the tightest of all that apply.</summary>
/// <param name="Kind">What is bounded; says the unit of the value too.</param>
/// <param name="Zone">The zone it holds for; null for all.</param>
/// <param name="Value">The bound, in the kind's unit.</param>
/// <param name="Source">Who set it.</param>
/// <param name="Reference">Where it comes from: a publication, a file, a serial number.</param>
/// <param name="Version">Version of that source.</param>
public sealed record Limit(LimitKind Kind, string? Zone, long Value, LimitSource Source, string Reference, string Version)
{
    // In the order of LimitSource.
    private static readonly string[] By =
    [
        "device's own caps", "device profile", "calibrated range", "zone catalogue", "product", "plan", "site policy", "operator's competence",
    ];

    private enum Bound { AtMost, AtLeast, MultipleOf }

    /// <summary>What is bounded, in words: "Depth".</summary>
    public string Subject => Kind switch
    {
        LimitKind.TissueDepthMax or LimitKind.TissueDepthMin => "Depth",
        LimitKind.NeedleLengthMax or LimitKind.NeedleLengthMin => "Needle length",
        LimitKind.DoseMax or LimitKind.DoseMin or LimitKind.DoseStep => "Dose per shot",
        LimitKind.ZoneVolumeMax => "Volume of the zone",
        LimitKind.ZoneShotsMax => "Shots of the zone",
        LimitKind.SessionVolumeMax => "Volume of the session",
        LimitKind.ProductVolumeMax => "Volume of the product",
        LimitKind.ShotIntervalMin => "Interval from shot to shot",
        LimitKind.PrimeMax => "Volume of a prime",
        _ => "Shots with one needle head",
    };

    /// <summary>The bound in words, with who set it: "at most 1.06 mm allowed by the zone catalogue (reference; version 1)".</summary>
    public string Allowance => $"{Words.Allowed} {Show(Value)} allowed by the {By[(int)Source]} ({Reference}; version {Version})";

    /// <summary>
    /// What to do instead: "Choose 1.06 mm or less.". Nobody is told to give more than was meant because a device was measured no further down.
    /// </summary>
    public string Remedy => Source == LimitSource.Calibration && Words.Side == Bound.AtLeast
        ? "Have the device calibrated there, or use another one."
        : $"Choose {Show(Value)} {Words.Remedy}.";

    private (Bound Side, string Allowed, string Remedy) Words => Kind switch
    {
        LimitKind.TissueDepthMin or LimitKind.NeedleLengthMin or LimitKind.DoseMin or LimitKind.ShotIntervalMin =>
            (Bound.AtLeast, "at least", "or more"),
        LimitKind.DoseStep => (Bound.MultipleOf, "only multiples of", "or a multiple of it"),
        _ => (Bound.AtMost, "at most", "or less"),
    };

    /// <summary>Whether the asked value is within this limit.</summary>
    public bool Allows(long asked) => Words.Side switch
    {
        Bound.AtMost => asked <= Value,
        Bound.AtLeast => asked >= Value,
        _ => Value > 0 && asked % Value == 0,
    };

    /// <summary>A value of this limit's kind, for people.</summary>
    public string Show(long value) => Kind switch
    {
        LimitKind.TissueDepthMax or LimitKind.TissueDepthMin or LimitKind.NeedleLengthMax or LimitKind.NeedleLengthMin =>
            Typography.Decimal(value, 3) + " mm",
        LimitKind.ZoneShotsMax or LimitKind.NeedleSticksMax => value + " shots",
        LimitKind.ShotIntervalMin => value + " ms",
        LimitKind.ZoneVolumeMax or LimitKind.SessionVolumeMax or LimitKind.ProductVolumeMax => new Volume(value).InMillilitres,
        _ => new Volume(value).ToString(),
    };

    /// <summary>Whether this one leaves less room than another of its kind.</summary>
    internal bool IsTighterThan(Limit other) => Words.Side == Bound.AtMost ? Value < other.Value : Value > other.Value;
}
