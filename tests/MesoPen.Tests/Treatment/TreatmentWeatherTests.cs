using MesoPen.Host.Input;
using MesoPen.Simulator;

namespace MesoPen.Tests.Treatment;

public sealed class TreatmentWeatherTests
{
    private const int WeatherMs = 20_000;
    private const int LimitMs = 120_000;

    public static TheoryData<int, int> Seeds => SeedRange.Blocks(200);

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Requirement", "SR-013")]
    [Trait("Requirement", "SR-030")]
    [Trait("Requirement", "SR-040")]
    [Trait("Requirement", "SR-100")]
    public void Treatment_in_bad_weather_harms_nobody_and_completes_when_it_clears(int first, int last)
    {
        // Loss, repetition, delay, disorder, damage and cuts, on every kind of device: the oracle judges each millisecond, and in the end
        // every point was treated once.
        for (int seed = first; seed <= last; seed++)
        {
            Random chance = new(seed);
            using VirtualTreatment treatment = new(Drawn(seed, chance));
            new Journey(treatment, $"seed {seed}") { ClearMs = WeatherMs, PauseMs = chance.Next(1000) }.RunToCompletion(LimitMs);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Requirement", "SR-005")]
    [Trait("Requirement", "SR-013")]
    [Trait("Requirement", "SR-030")]
    [Trait("Requirement", "SR-040")]
    [Trait("Requirement", "SR-100")]
    public void Treatment_in_a_storm_harms_nobody_and_completes_when_it_clears(int first, int last)
    {
        // The same, and the host is killed, the device loses its power and the disk is slow or full, at random.
        for (int seed = first; seed <= last; seed++)
        {
            Random chance = new(seed);
            using VirtualTreatment treatment = new(Drawn(seed, chance));
            int kills = 500 + chance.Next(4000);
            int resets = 1000 + chance.Next(8000);
            int fullDisks = 1000 + chance.Next(8000);
            long fullUntil = 0;
            new Journey(treatment, $"seed {seed}")
            {
                ClearMs = WeatherMs,
                PauseMs = chance.Next(1000),
                BeforeStep = t =>
                {
                    bool storm = t.Ms < WeatherMs;
                    if (storm && chance.Next(kills) == 0)
                    {
                        t.EndHost();
                    }

                    if (storm && chance.Next(resets) == 0)
                    {
                        t.Device.CutPower(1 + chance.Next(500));
                    }

                    if (storm && chance.Next(fullDisks) == 0)
                    {
                        fullUntil = t.Ms + chance.Next(1500);
                    }

                    t.Disk.Failure = t.Ms < fullUntil ? "The disk is full." : null;
                },
            }.RunToCompletion(LimitMs);
        }
    }

    private static VirtualTreatmentOptions Drawn(int seed, Random chance)
    {
        IReadOnlyList<TreatmentInput> plans = ShortPlans.All;
        TreatmentInput plan = plans[chance.Next(plans.Count)];
        int diskMs = chance.Next(3) == 0 ? chance.Next(120) : 0;
        return new VirtualTreatmentOptions
        {
            Input = plan,
            Seed = seed,
            Operator = chance.Next(2) == 0 ? OperatorPace.Auto : OperatorPace.Fast,
            Weather = LinkWeather.Drawn(new SeededChance((ulong)seed)),
            AnswerMs = chance.Next(200),
            DiskLatency = diskMs == 0 ? null : () => TimeSpan.FromMilliseconds(diskMs),
            LinkPatience = TimeSpan.FromSeconds(5),
        };
    }
}
