namespace MesoPen.Simulator;

/// <summary>Chance that depends on the time alone, so that asking twice gives the same.</summary>
internal sealed class Waves(ulong seed)
{
    /// <summary>Whether a second is one of so many in a thousand.</summary>
    /// <param name="kind">What it is asked for; each has chances of its own.</param>
    /// <param name="ms">The time.</param>
    /// <param name="permille">How many of a thousand.</param>
    internal bool Hits(int kind, long ms, int permille) => permille > 0 && Of(kind, ms / 1000).Between(1, 1000) <= permille;

    /// <summary>A number from -1 to 1 for a time slot.</summary>
    internal double Swing(int kind, long slot) => Of(kind, slot).Between(-1_000_000, 1_000_000) / 1e6;

    /// <summary>A normal deviate for a slot: twelve even ones less six, which needs no logarithm and is the same on every machine.</summary>
    internal double Normal(int kind, long slot)
    {
        var chance = Of(kind, slot);
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += chance.Between(0, 1_000_000) / 1e6;
        }

        return sum;
    }

    private SeededChance Of(int kind, long slot) =>
        new(unchecked(new SeededChance(seed + (ulong)kind * 0x9E3779B97F4A7C15).Next() ^ ((ulong)slot * 0xD1B54A32D192ED03)));
}
