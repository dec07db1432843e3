namespace MesoPen.Gpio;

/// <summary>How late steps were, in microseconds. One thread adds; another may read, and misses at most the last few.</summary>
internal sealed class JitterHistogram
{
    private const int Top = 10_000;

    private readonly long[] _counts = new long[Top + 1];
    private long _maxUs;

    /// <summary>How many steps were counted.</summary>
    internal long Count => _counts.Sum();

    /// <summary>The latest, µs.</summary>
    internal long MaxUs => _maxUs;

    internal void Add(long lateNs)
    {
        long us = Math.Max(0, lateNs / 1000);
        _counts[Math.Min(us, Top)]++;
        _maxUs = Math.Max(_maxUs, us);
    }

    /// <summary>The lateness that so many thousandths of the steps did not exceed, µs.</summary>
    internal long Permille(int permille)
    {
        long wanted = (long)Math.Ceiling(Count * permille / 1000.0);
        long seen = 0;
        for (int us = 0; us <= Top; us++)
        {
            seen += _counts[us];
            if (seen >= wanted)
            {
                return us;
            }
        }

        return Top;
    }
}
