using System.Globalization;

namespace MesoPen.Tests.Treatment;

/// <summary>Seeds of a random suite: so many by default, or MESOPEN_SEEDS=N for 1 to N, or MESOPEN_SEEDS=A-B; in blocks, so that a runner can show progress.</summary>
internal static class SeedRange
{
    private const int Block = 20;

    /// <summary>First and last seed of each block.</summary>
    public static TheoryData<int, int> Blocks(int byDefault)
    {
        (int first, int last) = Read(byDefault);
        TheoryData<int, int> blocks = [];
        for (int from = first; from <= last; from += Block)
        {
            blocks.Add(from, Math.Min(last, from + Block - 1));
        }

        return blocks;
    }

    private static (int First, int Last) Read(int byDefault)
    {
        if (Environment.GetEnvironmentVariable("MESOPEN_SEEDS") is not { Length: > 0 } text)
        {
            return (1, byDefault);
        }

        int[] ends = [.. text.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return ends.Length == 2 ? (ends[0], ends[1]) : (1, ends[0]);
    }
}
