using MesoPen.Host.Input;
using MesoPen.Simulator;

namespace MesoPen.Tests.Treatment;

public sealed class TreatmentKillTests
{
    private const int LimitMs = 60_000;

    public static TheoryData<int, int> Seeds => SeedRange.Blocks(60);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(0, 30)]
    [Trait("Requirement", "SR-040")]
    [Trait("Requirement", "SR-108")]
    public void Host_killed_between_any_two_effects_is_resumed_and_every_shot_counts_once(int plan, int diskMs)
    {
        // Before and after each frame leaves and each batch of records is written, acknowledged or not: the device goes on by itself, and
        // the next host process finds out what was.
        TreatmentInput input = plan == 0 ? ShortPlans.Pen : ShortPlans.LongZone;
        long instants = Count(input, diskMs);
        Assert.True(instants > 100, $"Only {instants} instants.");
        for (long instant = 1; instant <= instants; instant++)
        {
            using VirtualTreatment treatment = New(input, diskMs);
            treatment.KillAt = instant;
            new Journey(treatment, $"killed at instant {instant} of {instants}") { PauseMs = (int)(instant * 37 % 700) }.RunToCompletion(LimitMs);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Requirement", "SR-040")]
    [Trait("Requirement", "SR-108")]
    public void Host_killed_again_and_again_at_random_is_resumed_and_every_shot_counts_once(int first, int last)
    {
        // Kills within what the resumed host does to settle the first one.
        for (int seed = first; seed <= last; seed++)
        {
            Random chance = new(seed);
            using VirtualTreatment treatment = New(ShortPlans.All[seed % ShortPlans.All.Count], chance.Next(40), seed);
            int left = 12;
            new Journey(treatment, $"seed {seed}")
            {
                PauseMs = chance.Next(400),
                BeforeStep = t =>
                {
                    if (left > 0 && (t.KillAt ?? 0) <= t.Instants)
                    {
                        left--;
                        t.KillAt = left > 0 ? t.Instants + 1 + chance.Next(150) : null;
                    }
                },
            }.RunToCompletion(LimitMs);
        }
    }

    private static long Count(TreatmentInput input, int diskMs)
    {
        using VirtualTreatment treatment = New(input, diskMs);
        new Journey(treatment, "not killed").RunToCompletion(LimitMs);
        return treatment.Instants;
    }

    private static VirtualTreatment New(TreatmentInput input, int diskMs, int seed = 1) => new(new VirtualTreatmentOptions
    {
        Input = input,
        Seed = seed,
        Operator = OperatorPace.Fast,
        AnswerMs = 5,
        DiskLatency = diskMs == 0 ? null : () => TimeSpan.FromMilliseconds(diskMs),
    });
}
