using System.Collections.Immutable;

namespace MesoPen.Kernel;

/// <summary>All limits that hold for a session. What is shown as "maximum now" and what refuses come from the same two functions here.</summary>
public sealed class LimitSet
{
    private readonly ImmutableArray<Limit> _limits;

    /// <param name="limits">The limits; order does not matter.</param>
    /// <exception cref="ArgumentException">A value that no request could meet: negative, or a step of zero.</exception>
    public LimitSet(IEnumerable<Limit> limits)
    {
        _limits = [.. limits];
        foreach (Limit limit in _limits)
        {
            if (limit.Value < 0 || (limit.Kind == LimitKind.DoseStep && limit.Value == 0))
            {
                throw new ArgumentException($"Limit {limit.Kind} of {limit.Reference} has the value {limit.Value}.", nameof(limits));
            }
        }
    }

    /// <summary>The limits, as given.</summary>
    public ImmutableArray<Limit> All => _limits;

    /// <summary>These limits and more.</summary>
    public LimitSet With(IEnumerable<Limit> more) => new(_limits.AddRange(more));

    /// <summary>The tightest limit of a kind in a zone; null if nothing bounds it. Of equals the first.</summary>
    public Limit? Effective(LimitKind kind, string? zone)
    {
        Limit? tightest = null;
        foreach (Limit limit in _limits)
        {
            if (limit.Kind == kind && (limit.Zone is null || limit.Zone == zone) && (tightest is null || Tighter(limit, tightest)))
            {
                tightest = limit;
            }
        }

        return tightest;
    }

    /// <summary>Refuses a value beyond the tightest limit; null if it is allowed. Never changes the value.</summary>
    public Refusal? Check(LimitKind kind, string? zone, long asked)
    {
        Limit? limit = Effective(kind, zone);
        return limit is null || limit.Allows(asked) ? null : new Refusal(zone, asked, limit);
    }

    /// <summary>How much may still be added to <paramref name="used"/> under an at-most limit; never below zero; <see cref="long.MaxValue"/> if unbounded.</summary>
    public long Headroom(LimitKind kind, string? zone, long used)
    {
        Limit? limit = Effective(kind, zone);
        return limit is null ? long.MaxValue : Math.Max(0, limit.Value - used);
    }

    private static bool Tighter(Limit a, Limit b) => a.Bound == LimitBound.AtMost ? a.Value < b.Value : a.Value > b.Value;
}
