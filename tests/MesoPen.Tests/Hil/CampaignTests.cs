using System.Collections.Concurrent;
using MesoPen.Hil;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Hil;

public sealed class CampaignTests
{
    private static readonly CampaignPlans Plans = new(RepositoryFile.PathOf("."));

    [Fact]
    public void Campaigns_of_the_sound_program_find_nothing_and_are_the_same_on_several_threads()
    {
        // What finds planted defects must find nothing where there is none; and a seed is a run, whatever runs beside it.
        ConcurrentDictionary<int, CampaignResult> beside = new();
        Parallel.For(1, 41, new ParallelOptions { MaxDegreeOfParallelism = 4 }, seed => beside[seed] = new Campaign(Plans).Run(seed));

        Assert.All(beside.Values, result => Assert.True(result.Passed, result.ToString()));
        foreach (int seed in (int[])[3, 17, 29])
        {
            CampaignResult alone = new Campaign(Plans).Run(seed);
            Assert.Equal((alone.Trace, alone.Ms, alone.What), (beside[seed].Trace, beside[seed].Ms, beside[seed].What));
        }
    }

    [Fact]
    public void Campaigns_draw_what_is_forbidden_and_what_is_not()
    {
        // A hunt that never met a plan beyond a limit could not find one that is clamped.
        string[] drawn = [.. Enumerable.Range(1, 200).Select(seed => CampaignDraw.Of(seed, Plans).What)];

        Assert.InRange(drawn.Count(what => what.StartsWith("forbidden", StringComparison.Ordinal)), 20, 80);
        foreach (string forbidden in (string[])["deeper than", "larger dose", "more volume", "less deep", "smaller doses", "slower", "calibration", "expired", "tested", "says no"])
        {
            Assert.Contains(drawn, what => what.Contains(forbidden, StringComparison.Ordinal));
        }
    }
}
