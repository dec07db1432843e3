using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class TriggerModeTests
{
    [Fact]
    [Trait("Requirement", "SR-014")]
    public void Single_fires_once_a_press()
    {
        // Aim: held for ten intervals, one shot; pressed again, one more.
        Bench bench = new();
        bench.Arm();
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.Run(1200);
        Assert.Equal(1u, bench.Status.ShotCounter);
        bench.Plant.Trigger = false;
        bench.Run(20);
        bench.Plant.Trigger = true;
        bench.Run(1200);
        Assert.Equal(2u, bench.Status.ShotCounter);
    }

    [Fact]
    [Trait("Requirement", "SR-014")]
    public void Repeat_fires_once_for_each_contact_while_pressed()
    {
        // Aim: dabbing; a contact that bounces is one contact.
        Bench bench = new();
        bench.Arm(8, TriggerMode.Repeat);
        bench.Plant.Trigger = true;
        for (uint shot = 1; shot <= 3; shot++)
        {
            bench.Plant.Contact = true;
            bench.Run(400);
            Assert.Equal(shot, bench.Status.ShotCounter);
            bench.Plant.Contact = false;
            bench.Run(2);
            bench.Plant.Contact = true;
            bench.Run(200);
            Assert.Equal(shot, bench.Status.ShotCounter);
            bench.Plant.Contact = false;
            bench.Run(50);
        }

        bench.Plant.Trigger = false;
        bench.Run(20);
        bench.Plant.Contact = true;
        bench.Run(300);
        Assert.Equal(3u, bench.Status.ShotCounter);
    }

    [Fact]
    [Trait("Requirement", "SR-014")]
    [Trait("Requirement", "SR-028")]
    public void Continuous_fires_at_the_interval_of_the_permit_and_not_faster()
    {
        // Aim: nappage: from beginning to beginning exactly min_interval_ms on this bench; and a shot under way is finished on
        // release.
        Bench bench = new();
        bench.MakeReady();
        bench.Send(new TriggerModeRequest(TriggerMode.Continuous));
        bench.Send(bench.NewGrant(6) with { MinIntervalMs = 150 });
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.RunUntil(() => bench.Status.ShotCounter == 6);
        bench.Plant.Trigger = false;
        bench.RunUntil(DeviceState.Armed);
        uint[] begins = [.. bench.Journal().Select(entry => entry.DeviceMs)];
        Assert.All(begins.Zip(begins.Skip(1)), pair => Assert.Equal(150u, pair.Second - pair.First));
        Assert.All(bench.Journal(), entry => Assert.Equal(ShotOutcome.Delivered, entry.Outcome));
    }

    [Theory]
    [InlineData(TriggerMode.Single)]
    [InlineData(TriggerMode.Repeat)]
    [Trait("Requirement", "SR-028")]
    public void Minimum_interval_holds_over_presses_contacts_and_permits(TriggerMode mode)
    {
        // Aim: however fast the operator is, and although the permit is a new one, no two shots begin within the interval.
        Bench bench = new();
        bench.Arm(8, mode);
        for (int i = 0; i < 60; i++)
        {
            bench.Plant.Trigger = mode == TriggerMode.Repeat || i % 2 == 0;
            bench.Plant.Contact = mode == TriggerMode.Single || i % 2 == 0;
            bench.Run(10);
            if (i == 30)
            {
                bench.Send(bench.NewGrant(8));
            }
        }

        bench.Plant.Contact = true;
        bench.Plant.Trigger = false;
        bench.Run(400);
        uint[] begins = [.. bench.Journal().Select(entry => entry.DeviceMs)];
        Assert.True(begins.Length >= 3, $"{begins.Length} shots");
        Assert.All(begins.Zip(begins.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 112));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [Trait("Requirement", "SR-001")]
    public void Trigger_without_contact_or_contact_without_trigger_fires_nothing(bool trigger, bool contact)
    {
        // Aim: both are needed.
        Bench bench = new();
        bench.Arm();
        bench.Plant.Trigger = trigger;
        bench.Plant.Contact = contact;
        bench.Run(500);
        Assert.Equal(0u, bench.Status.ShotCounter);
        Assert.True(bench.Plant.NeedleHome);
    }

    [Fact]
    [Trait("Requirement", "SR-001")]
    public void Trigger_without_a_permit_moves_nothing()
    {
        // Aim: the one idea.
        Bench bench = new();
        bench.MakeReady();
        long steps = bench.Plant.PlungerSteps;
        bench.Plant.Trigger = true;
        bench.Plant.Contact = true;
        bench.Run(1000);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.True(bench.Plant.NeedleHome);
    }

    [Fact]
    public void Mode_is_single_after_a_boot_and_a_mode_that_is_lacking_is_refused()
    {
        // Aim: defaults and bounds of the request.
        Bench bench = new(BenchConfiguration.Gun with { TriggerModes = 5 });
        bench.MakeReady();
        Assert.Equal(TriggerMode.Single, bench.Status.TriggerMode);
        Assert.Equal(Result.OutOfRange, bench.Send(new TriggerModeRequest(TriggerMode.Repeat)).Prefix.Result);
        Assert.Equal(Result.Malformed, bench.Send(new TriggerModeRequest((TriggerMode)3)).Prefix.Result);
        Assert.Equal(Result.Ok, bench.Send(new TriggerModeRequest(TriggerMode.Continuous)).Prefix.Result);
        bench.Reboot();
        bench.Run(1);
        Assert.Equal(TriggerMode.Single, bench.Status.TriggerMode);
    }

    [Fact]
    [Trait("Requirement", "SR-050")]
    public void Contact_lost_at_any_millisecond_of_a_shot_halts_the_plunger_and_is_journalled()
    {
        // Aim: no injection into air; the entry says why and how much.
        int partial = 0;
        for (int atMs = 0; atMs < 75; atMs++)
        {
            Bench bench = new();
            bench.Arm();
            long before = bench.Plant.PlungerSteps;
            bench.BeginShot();
            bench.Run(atMs);
            bool wasOut = bench.Status.State == DeviceState.Delivering;
            bench.Plant.Contact = false;
            bench.Run(1);
            long steps = bench.Plant.PlungerSteps;
            bench.Run(200);
            Assert.Equal(steps, bench.Plant.PlungerSteps);
            Assert.True(bench.Plant.NeedleHome);
            ShotEntry entry = Assert.Single(bench.Journal());
            Assert.Equal((uint)bench.Scale.NlIn(steps - before), entry.VolumeNl);
            Assert.True(wasOut);
            Assert.True(entry.Fault == ShotEnd.TriggerOrContactLost || entry.Outcome == ShotOutcome.Delivered);
            Assert.Equal(DeviceState.Armed, bench.Status.State);
            partial += entry.Outcome == ShotOutcome.Partial ? 1 : 0;
        }

        Assert.True(partial > 10);
    }
}
