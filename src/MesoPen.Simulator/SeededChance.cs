namespace MesoPen.Simulator;

/// <summary>
/// Chance from a seed, the same on every machine and runtime (SplitMix64, Steele, Lea and Flood, OOPSLA 2014; constants as published).
/// </summary>
/// <param name="seed">Any number.</param>
public sealed class SeededChance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));
}
