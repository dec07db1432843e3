using System.Globalization;

namespace MesoPen.Hil;

/// <summary>Seeds from one to another, both included.</summary>
internal sealed record SeedSpan(int First, int Last)
{
    // Some days of work for one machine; more is a slip of the finger.
    private const int Most = 10_000_000;

    public IEnumerable<int> All => Enumerable.Range(First, Last - First + 1);

    /// <summary>Reads 1-200 or 17; null if it is neither.</summary>
    public static SeedSpan? Parse(string text)
    {
        string[] ends = text.Split('-');
        bool read = int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first);
        int last = first;
        read &= ends.Length == 1 || (ends.Length == 2 && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out last));
        return read && last >= first && (long)last - first < Most && last < int.MaxValue ? new SeedSpan(first, last) : null;
    }
}
