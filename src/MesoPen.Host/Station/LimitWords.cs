using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>Where a limit comes from, for people.</summary>
internal static class LimitWords
{
    private const string Before = " allowed by the ";

    /// <summary>Who set it, and where it comes from: "zone catalogue (reference; version 1)". The kernel's own words, without the value.</summary>
    public static string SourceOf(Limit limit)
    {
        string allowance = limit.Allowance;
        int at = allowance.IndexOf(Before, StringComparison.Ordinal);
        return at < 0 ? allowance : allowance[(at + Before.Length)..];
    }

    /// <summary>Unit of its value.</summary>
    public static string UnitOf(Limit limit) => limit.Kind switch
    {
        LimitKind.TissueDepthMax or LimitKind.TissueDepthMin or LimitKind.NeedleLengthMax or LimitKind.NeedleLengthMin => "um",
        LimitKind.ZoneShotsMax or LimitKind.NeedleSticksMax => "shots",
        LimitKind.ShotIntervalMin => "ms",
        _ => "nl",
    };
}
