using System.Globalization;

namespace MesoPen.Tests.EndToEnd;

/// <summary>A random instant of a treatment: so long after the host has said so many lines.</summary>
/// <param name="Index">Which of the instants of its kind.</param>
/// <param name="Seed">What it was drawn from.</param>
/// <param name="Lines">Lines of the host's output that come before.</param>
/// <param name="After">How long after them.</param>
internal sealed record Instant(int Index, int Seed, int Lines, TimeSpan After)
{
    private const int OpeningLines = 2;
    private const int Few = 4;

    // Starting takes the host so long on a calm machine, and finding, testing and priming the gun after the opening lines so long.
    private const int StartMs = 600;
    private const int FindMs = 700;

    // A shot takes 112 ms.
    private const int ShotMs = 130;

    /// <summary>Index of each instant to be tried: a few, or as many as MESOPEN_INTERRUPTIONS says.</summary>
    public static TheoryData<int> Indices { get; } = [.. Enumerable.Range(0, Count)];

    private static int Count => Environment.GetEnvironmentVariable("MESOPEN_INTERRUPTIONS") is { Length: > 0 } count
        ? int.Parse(count, CultureInfo.InvariantCulture)
        : Few;

    /// <summary>The instant of an index: of five, one lies before the host is up, one before the first shot, three in the shots.</summary>
    public static Instant Of(int index, int kind)
    {
        int seed = unchecked(Protocol.TestSeed.Value + (index * 7919) + (kind * 104_729));
        Random chance = new(seed);
        (int lines, int ms) = (index % 5) switch
        {
            4 => (0, chance.Next(StartMs)),
            1 => (OpeningLines, chance.Next(FindMs)),
            _ => (OpeningLines + 1 + chance.Next(QuickPlan.Points), chance.Next(ShotMs)),
        };
        return new Instant(index, seed, lines, TimeSpan.FromMilliseconds(ms));
    }

    /// <summary>Waits for it. Returns at once if the program ends before.</summary>
    public async Task ComeAsync(RunningProgram host)
    {
        await host.LinesAsync(Lines);
        await host.EndsWithinAsync(After);
    }
}
