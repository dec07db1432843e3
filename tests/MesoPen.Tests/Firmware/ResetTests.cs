using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class ResetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [Trait("Requirement", "SR-077")]
    [Trait("Requirement", "SR-104")]
    public void Reset_at_any_millisecond_of_a_shot_settles_the_entry_to_the_encoder(int darkMs)
    {
        // Aim: a reset in every millisecond, with the machine running on alone for a while: the entry and the counter equal what
        // the plunger moved, no counter goes back, the boot id changes, no permit and no motion survives.
        int partial = 0;
        for (int atMs = 0; atMs <= 130; atMs++)
        {
            Bench bench = new();
            bench.Arm();
            long before = bench.Plant.PlungerSteps;
            bench.BeginShot();
            uint bootId = bench.Device.BootId;
            bench.Run(atMs);
            DeviceStatus last = bench.Status;

            for (int ms = 0; ms < darkMs; ms++)
            {
                bench.Plant.Step();
            }

            bench.Reboot();
            bench.Run(10);
            Assert.NotEqual(bootId, bench.Device.BootId);
            Assert.NotEqual(0u, bench.Device.BootId);
            long moved = bench.Plant.PlungerSteps - before;
            DeviceStatus now = bench.Status;
            Assert.Equal(0u, now.PermitId);
            Assert.Equal(1u, now.ShotCounter);
            Assert.True(now.VolumeCounterNl >= last.VolumeCounterNl);
            Assert.Equal((ulong)bench.Scale.NlIn(moved), now.VolumeCounterNl);

            ShotEntry entry = Assert.Single(bench.Journal());
            Assert.Equal(bootId, entry.BootId);
            Assert.Equal((uint)bench.Scale.NlIn(moved), entry.VolumeNl);
            ShotOutcome expected = moved == 0 ? ShotOutcome.NotDelivered
                : moved < bench.Scale.StepsIn(Bench.DoseNl) ? ShotOutcome.Partial : ShotOutcome.Delivered;
            Assert.Equal(expected, entry.Outcome);
            Assert.True(entry.Fault is ShotEnd.Reset || last.State == DeviceState.Armed);
            Assert.True(moved == 0 || entry.DepthUm == Bench.DepthUm);
            partial += expected == ShotOutcome.Partial ? 1 : 0;

            bench.Run(300);
            Assert.Equal(before + moved, bench.Plant.PlungerSteps);
            Assert.True(bench.Plant.NeedleHome);
            Assert.Equal(1u, bench.Status.ShotCounter);
            Assert.Equal(DeviceState.Idle, bench.Status.State);
        }

        Assert.True(partial > 10, "No reset fell into the injection: the test shows nothing.");
    }

    [Fact]
    [Trait("Requirement", "SR-104")]
    public void Reset_again_and_again_while_settling_settles_once_and_the_same()
    {
        // Aim: a device that resets before it has settled settles later, to the same figure.
        Bench bench = new();
        bench.Arm();
        long before = bench.Plant.PlungerSteps;
        bench.BeginShot();
        bench.RunUntil(() => bench.Plant.PlungerSteps > before + 50);
        HashSet<uint> bootIds = [bench.Device.BootId];
        for (int boot = 0; boot < 5; boot++)
        {
            bench.Reboot();
            bench.Run(3);
            Assert.True(bootIds.Add(bench.Device.BootId));
        }

        bench.Run(10);
        ShotEntry entry = Assert.Single(bench.Journal());
        Assert.Equal((uint)bench.Scale.NlIn(bench.Plant.PlungerSteps - before), entry.VolumeNl);
        Assert.Equal(entry.VolumeNl, bench.Status.VolumeCounterNl);
    }

    [Fact]
    [Trait("Requirement", "SR-104")]
    public void Device_that_settles_answers_nothing_until_it_has()
    {
        // Aim: "before it answers anything".
        Bench bench = new();
        bench.Arm();
        bench.BeginShot();
        bench.Run(40);
        bench.Inbox.Clear();
        bench.Reboot();
        bench.Post(default(StatusRequest));
        bench.Run(2);
        Assert.Empty(bench.Inbox);
        bench.Run(10);
        Assert.Equal(ShotOutcome.Partial, Assert.Single(bench.Journal()).Outcome);
    }

    [Fact]
    [Trait("Requirement", "SR-104")]
    public void Device_whose_cartridge_was_changed_in_the_dark_counts_the_whole_dose()
    {
        // Aim: with another cartridge the encoder says nothing of the shot; what is not known counts as delivered, and a person
        // is told.
        Bench bench = new();
        bench.Arm();
        bench.BeginShot();
        bench.Run(40);
        bench.Plant.HaltPlunger();
        bench.Plant.ChangeCartridge();
        bench.Reboot();
        bench.Run(10);
        ShotEntry entry = Assert.Single(bench.Journal());
        Assert.Equal((uint)bench.Scale.NlIn(bench.Scale.StepsIn(Bench.DoseNl)), entry.VolumeNl);
        Assert.Equal(DeviceFault.SensorImplausible, bench.Status.Fault);
        Assert.False(bench.Status.Flags.HasFlag(DeviceFlags.Primed));
    }

    [Fact]
    [Trait("Requirement", "SR-042")]
    public void Plunger_that_ran_past_the_dose_in_the_dark_is_counted_and_latched()
    {
        // Aim: the counter follows the encoder also where it should not have gone.
        Bench bench = new();
        bench.Arm();
        long before = bench.Plant.PlungerSteps;
        bench.BeginShot();
        bench.Run(40);
        bench.Plant.SetPlungerSteps(before + 700);
        bench.Reboot();
        bench.Run(10);
        Assert.Equal((uint)bench.Scale.NlIn(700), Assert.Single(bench.Journal()).VolumeNl);
        Assert.Equal(DeviceFault.OverDelivery, bench.Status.Fault);
    }

    [Fact]
    [Trait("Requirement", "SR-124")]
    public void Cartridge_that_was_primed_is_primed_after_a_reset_and_the_self_test_is_not_passed()
    {
        // Aim: what the line holds outlives a reset; trust in the sensors does not.
        Bench bench = new();
        bench.MakeReady();
        bench.Reboot();
        bench.Run(1);
        Assert.True(bench.Status.Flags.HasFlag(DeviceFlags.Primed));
        Assert.False(bench.Status.Flags.HasFlag(DeviceFlags.SelfTestPassed));
        Assert.Equal(0u, bench.Status.PrimedNl);
    }

    [Fact]
    public void Recalibrated_plunger_leaves_the_volume_counter_where_it_was()
    {
        // Aim: steps of two scales are never added, and no counter goes back.
        Bench bench = new();
        bench.Arm();
        bench.FireOnce();
        ulong before = bench.Status.VolumeCounterNl;
        bench.Reboot(BenchConfiguration.Gun with { PlungerStepsPerMl = 25_000 });
        bench.Run(1);
        Assert.Equal(before, bench.Status.VolumeCounterNl);
        bench.Arm();
        bench.FireOnce();
        Assert.Equal(before + 20_000, bench.Status.VolumeCounterNl);
        bench.Reboot(BenchConfiguration.Gun with { PlungerStepsPerMl = 25_000 });
        bench.Run(1);
        Assert.Equal(before + 20_000, bench.Status.VolumeCounterNl);
        Assert.Equal(2u, bench.Status.ShotCounter);
    }

    [Fact]
    [Trait("Requirement", "SR-077")]
    public void Boot_ids_of_a_thousand_boots_differ()
    {
        // Aim: never 0, never that of an earlier boot.
        Bench bench = new();
        HashSet<uint> seen = [0, bench.Device.BootId];
        for (int boot = 0; boot < 1000; boot++)
        {
            bench.Reboot();
            Assert.True(seen.Add(bench.Device.BootId));
        }
    }
}
