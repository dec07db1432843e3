namespace MesoPen.Benchmarks;

/// <summary>Order statistics of durations. The durations are kept whole: no histogram rounds them.</summary>
internal sealed class Percentiles
{
    private readonly double[] _sortedUs;

    /// <param name="durations">Stopwatch ticks, in any order.</param>
    public Percentiles(IEnumerable<long> durations)
    {
        _sortedUs = [.. durations.Select(ticks => ticks * (1e6 / System.Diagnostics.Stopwatch.Frequency)).Order()];
        ArgumentOutOfRangeException.ThrowIfZero(_sortedUs.Length, nameof(durations));
    }

    public int Count => _sortedUs.Length;

    public double P50Us => At(0.50);

    public double P99Us => At(0.99);

    public double MaxUs => _sortedUs[^1];

    /// <summary>The smallest duration that at least this share of all does not exceed, µs.</summary>
    public double At(double share) => _sortedUs[Math.Max(0, (int)Math.Ceiling(share * _sortedUs.Length) - 1)];
}
