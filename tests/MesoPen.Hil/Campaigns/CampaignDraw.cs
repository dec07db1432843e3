using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>What a seed makes of a campaign: the treatment, and what befalls it. Everything in it follows from the seed.</summary>
/// <param name="What">In a line, for people.</param>
/// <param name="Options">Plan, device, weather, faults of the machine.</param>
internal sealed record CampaignDraw(string What, VirtualTreatmentOptions Options)
{
    /// <summary>Something is wrong with it from the beginning, and nothing may ever be granted.</summary>
    public bool Forbidden { get; init; }

    /// <summary>After so many strokes the host dies and the device loses the journal that nobody has read; 0 for never.</summary>
    public int JournalLostAfter { get; init; }

    /// <summary>When a person presses stop, ms.</summary>
    public IReadOnlyList<long> StopsMs { get; init; } = [];

    /// <summary>Mean time between deaths of the host's process, ms; 0 is never.</summary>
    public int KillEveryMs { get; init; }

    /// <summary>Mean time between failures of the device's power, ms; 0 is never.</summary>
    public int ResetEveryMs { get; init; }

    /// <summary>Mean time between two times at which the disk is full, ms; 0 is never.</summary>
    public int FullDiskEveryMs { get; init; }

    /// <summary>Mean time between bursts of noise on the line, ms; 0 is never.</summary>
    public int NoiseEveryMs { get; init; }

    /// <summary>How often a person says no, thousandths of the questions.</summary>
    public int NoPermille { get; init; }

    /// <summary>From the end of a run to the next, ms.</summary>
    public int PauseMs { get; init; }

    /// <summary>Draws the campaign of a seed.</summary>
    public static CampaignDraw Of(int seed, CampaignPlans plans)
    {
        SeededChance chance = new((ulong)seed);
        return chance.Between(0, 99) switch
        {
            < 22 => ForbiddenDraw.Of(seed, chance, plans),
            _ => TreatmentDraw.Of(seed, chance, plans),
        };
    }
}
