using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

/// <summary>
/// Thousands of treatments under seeded schedules of loss, duplication, delay, resets, crashes and failing disks; see <see cref="Storm"/> for
/// what may happen and <see cref="StormJudge"/> for what must hold. MESOPEN_STORM_SEED and MESOPEN_STORM_RUNS choose others.
/// </summary>
public sealed class StormTests(ITestOutputHelper output)
{
    private static readonly int FirstSeed = Setting("MESOPEN_STORM_SEED", 1);
    private static readonly int Runs = Setting("MESOPEN_STORM_RUNS", 600);

    [Fact]
    [Trait("Requirement", "SR-040")]
    [Trait("Requirement", "SR-100")]
    public void Treatment_in_a_storm_ends_exact()
    {
        // Aim: whatever the wires, the power and the disk do, no limit is passed, the ledger covers the truth always and equals it at the end.
        Storms(new StormOptions());
    }

    [Fact]
    [Trait("Requirement", "SR-109")]
    public void Treatment_on_a_device_used_before_records_its_shots_apart()
    {
        // Aim: shots of an earlier treatment in the device's journal are recorded once, acknowledged after that, and counted nowhere.
        Storms(new StormOptions(ForeignShots: 9));
    }

    [Fact]
    [Trait("Requirement", "SR-040")]
    public void Treatment_with_shots_over_their_dose_keeps_within_the_limits()
    {
        // Aim: a plunger that overruns within its tolerance brings no zone further beyond its limit than the last shot's overrun.
        Storms(new StormOptions(OverrunNl: 400));
    }

    [Fact]
    [Trait("Requirement", "SR-100")]
    public void Treatment_with_lost_journal_entries_says_more_never_less()
    {
        // Aim: what the device's journal has lost is unknown, counts as delivered, and blocks arming until a person takes it over.
        Storms(new StormOptions(LosesEntries: true));
    }

    [Fact]
    public void Treatment_with_a_window_of_one_ends_exact()
    {
        // Aim: the smallest window still completes.
        Storms(new StormOptions(Window: 1));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;

    private void Storms(StormOptions options)
    {
        output.WriteLine($"seeds {FirstSeed} to {FirstSeed + Runs - 1}, {options}");
        for (int seed = FirstSeed; seed < FirstSeed + Runs; seed++)
        {
            Storm storm = new(seed, options);
            try
            {
                storm.Run(1200);
            }
            catch (Exception failure)
            {
                output.WriteLine(string.Join('\n', storm.Trace));
                throw new InvalidOperationException($"Seed {seed}: {failure.Message}", failure);
            }
        }
    }
}
