using MesoPen.Host.Station;
using MesoPen.Kernel;

namespace MesoPen.Host.Api;

/// <summary>A limit that holds, for people: the tightest of its kind.</summary>
/// <param name="Zone">Zone id; null for the session.</param>
/// <param name="Kind">What is bounded.</param>
/// <param name="Value">The bound, in its unit.</param>
/// <param name="Unit">um, nl, ms or shots.</param>
/// <param name="Source">Who set it.</param>
/// <param name="Reason">The bound in words, with who set it and where it comes from.</param>
public sealed record LimitView(string? Zone, LimitKind Kind, long Value, string Unit, LimitSource Source, string Reason)
{
    /// <summary>A limit, for people.</summary>
    /// <param name="zone">The zone that it was looked up for; null for the session.</param>
    /// <param name="limit">The limit.</param>
    public static LimitView Of(string? zone, Limit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return new LimitView(zone, limit.Kind, limit.Value, LimitWords.UnitOf(limit), limit.Source, limit.Allowance);
    }
}
