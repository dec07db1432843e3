namespace MesoPen.Kernel;

/// <summary>A request beyond a limit. The sentence is the same wherever it is shown.</summary>
/// <param name="Zone">Zone of the request; null if it is not of a zone.</param>
/// <param name="Asked">The value asked for, in the unit of the limit's kind.</param>
/// <param name="Limit">The tightest limit, which refused it.</param>
public sealed record Refusal(string? Zone, long Asked, Limit Limit)
{
    /// <summary>One sentence: what was asked, what is allowed, who says so, what to do.</summary>
    public string Sentence
    {
        get
        {
            string where = Zone is null ? "" : " in zone " + Zone;
            (string allowed, string remedy) = Limit.Bound switch
            {
                LimitBound.AtMost => ("at most ", " or less"),
                LimitBound.AtLeast => ("at least ", " or more"),
                _ => ("only multiples of ", " or a multiple of it"),
            };
            string value = Show(Limit.Value);
            return $"{Subject}{where}: {Show(Asked)} asked, {allowed}{value} allowed by the {By} ({Limit.Reference}; version {Limit.Version}). Choose {value}{remedy}.";
        }
    }

    private string Subject => Limit.Kind switch
    {
        LimitKind.TissueDepthMax or LimitKind.TissueDepthMin => "Depth",
        LimitKind.NeedleLengthMax or LimitKind.NeedleLengthMin => "Needle length",
        LimitKind.DoseMax or LimitKind.DoseMin or LimitKind.DoseStep => "Dose per shot",
        LimitKind.ZoneVolumeMax => "Volume of the zone",
        LimitKind.ZoneShotsMax => "Shots of the zone",
        LimitKind.SessionVolumeMax => "Volume of the session",
        LimitKind.ProductVolumeMax => "Volume of the product",
        LimitKind.ShotIntervalMin => "Interval from shot to shot",
        _ => "Shots with one needle head",
    };

    private string By => Limit.Source switch
    {
        LimitSource.DeviceCaps => "device's own caps",
        LimitSource.DeviceProfile => "device profile",
        LimitSource.Calibration => "calibrated range",
        LimitSource.Zone => "zone catalogue",
        LimitSource.Product => "product",
        LimitSource.Plan => "plan",
        LimitSource.SitePolicy => "site policy",
        _ => "operator's competence",
    };

    private string Show(long value) => Limit.Kind switch
    {
        LimitKind.TissueDepthMax or LimitKind.TissueDepthMin or LimitKind.NeedleLengthMax or LimitKind.NeedleLengthMin => new Depth(checked((int)value)).ToString(),
        LimitKind.ZoneShotsMax or LimitKind.NeedleSticksMax => value + " shots",
        LimitKind.ShotIntervalMin => value + " ms",
        _ => new Volume(value).ToString(),
    };
}
