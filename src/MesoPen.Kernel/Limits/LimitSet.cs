namespace MesoPen.Kernel;

/// <summary>All limits that hold for a session. What is shown as "maximum now" and what refuses come from the same functions here.</summary>
/// <param name="limits">The limits; order does not matter. A value that nothing can meet refuses everything.</param>
public sealed class LimitSet(IEnumerable<Limit> limits)
{
    /// <summary>The limits, as given.</summary>
    public ImmutableArray<Limit> All { get; } = [.. limits];

    /// <summary>These limits and more.</summary>
    public LimitSet With(IEnumerable<Limit> more) => new(All.AddRange(more));

    /// <summary>The tightest limit of a kind in a zone; null if nothing bounds it. Of equals the first.</summary>
    public Limit? Effective(LimitKind kind, string? zone) => Tightest(kind, zone, beyond: null);

    /// <summary>Refuses a value beyond a limit, by the tightest that it is beyond; null if allowed. Never changes the value (SR-020).</summary>
    public Refusal? Check(LimitKind kind, string? zone, long asked) =>
        Tightest(kind, zone, asked) is { } limit ? new Refusal(zone, asked, limit) : null;

    /// <summary>How much may be added to what is used under an at-most limit, 0 or more; <see cref="long.MaxValue"/> if unbounded.</summary>
    public long Headroom(LimitKind kind, string? zone, long used) =>
        Effective(kind, zone) is { } limit ? Math.Max(0, limit.Value - used) : long.MaxValue;

    private Limit? Tightest(LimitKind kind, string? zone, long? beyond)
    {
        Limit? tightest = null;
        foreach (Limit limit in All)
        {
            bool applies = limit.Kind == kind && (limit.Zone ?? zone) == zone && (beyond is not { } asked || !limit.Allows(asked));
            if (applies && (tightest is null || limit.IsTighterThan(tightest))) { tightest = limit; }
        }

        return tightest;
    }
}
