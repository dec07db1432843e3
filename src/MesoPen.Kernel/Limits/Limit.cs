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
    /// <summary>Whether the asked value is within this limit.</summary>
    public bool Allows(long asked) => Bound switch
    {
        LimitBound.AtMost => asked <= Value,
        LimitBound.AtLeast => asked >= Value,
        _ => asked % Value == 0,
    };

    /// <summary>Which side the bound is on.</summary>
    internal LimitBound Bound => Kind switch
    {
        LimitKind.TissueDepthMin or LimitKind.NeedleLengthMin or LimitKind.DoseMin or LimitKind.ShotIntervalMin => LimitBound.AtLeast,
        LimitKind.DoseStep => LimitBound.MultipleOf,
        _ => LimitBound.AtMost,
    };
}
