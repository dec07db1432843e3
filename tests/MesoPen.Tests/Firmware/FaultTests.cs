using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class FaultTests
{
    public static TheoryData<string, DeviceFault, Result> InShot() => new()
    {
        { "occlusion", DeviceFault.Occlusion, Result.Ok },
        { "plunger jammed", DeviceFault.PlungerStall, Result.Ok },
        { "cartridge out", DeviceFault.CartridgeMissing, Result.Ok },
        { "warm", DeviceFault.TooWarm, Result.Ok },
        { "cold", DeviceFault.TooCold, Result.Ok },
        { "battery", DeviceFault.BatteryLow, Result.Ok },
        { "pressure broken", DeviceFault.SensorImplausible, Result.Ok },
        { "thermometer broken", DeviceFault.SensorImplausible, Result.Ok },
        { "gauge broken", DeviceFault.SensorImplausible, Result.Ok },
        { "home switch closed", DeviceFault.SensorImplausible, Result.Ok },
        { "needle deep", DeviceFault.NeedleTooDeep, Result.Ok },
        { "needle pushed back", DeviceFault.NeedleStall, Result.Ok },
        { "overrun", DeviceFault.OverDelivery, Result.CauseRemains },
        { "encoder back", DeviceFault.SensorImplausible, Result.Ok },
        { "memory", DeviceFault.NonVolatileFailed, Result.CauseRemains },
    };

    [Theory]
    [MemberData(nameof(InShot))]
    [Trait("Requirement", "SR-032")]
    [Trait("Requirement", "SR-042")]
    [Trait("Requirement", "SR-049")]
    [Trait("Requirement", "SR-052")]
    [Trait("Requirement", "SR-130")]
    [Trait("Requirement", "SR-132")]
    [Trait("Requirement", "SR-134")]
    [Trait("Requirement", "SR-135")]
    [Trait("Requirement", "SR-137")]
    public void Fault_in_a_shot_halts_the_plunger_retracts_and_latches(string what, DeviceFault fault, Result clear)
    {
        // Aim: each cause while the plunger moves: its number, the plunger still and the needle home in time, the entry true to
        // the encoder, the permit dead, and cleared only when the cause is gone.
        Bench bench = new();
        bench.Arm();
        long before = bench.Plant.PlungerSteps;
        bench.BeginShot();
        bench.RunUntil(() => bench.Plant.PlungerSteps > before + 100);
        Break(bench, what);
        bench.RunUntil(() => bench.Status.Fault != DeviceFault.None, 150);

        Assert.Equal(fault, bench.Status.Fault);
        Assert.Equal(DeviceState.Faulted, bench.Status.State);
        Assert.Equal(0u, bench.Status.PermitId);
        Assert.Equal(DisarmReason.Fault, bench.Status.DisarmReason);
        FaultEvent told = bench.Inbox.Single(heard => heard.Type == MessageType.FaultEvent).As<FaultEvent>();
        Assert.Equal(fault, told.Fault);
        Assert.Equal(1u, told.FaultSeq);
        long steps = bench.Plant.PlungerSteps;
        bench.Run(200);
        Assert.Equal(steps, bench.Plant.PlungerSteps);

        bool remains = what is not
            ("plunger jammed" or "needle deep" or "needle pushed back" or "home switch closed" or "encoder back");
        Assert.Equal(remains ? Result.CauseRemains : Result.Ok, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        if (remains)
        {
            Mend(bench);
            bench.Run(100);
            Assert.Equal(clear, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        }

        Assert.True(bench.Plant.NeedleHome);
        Assert.Equal(clear == Result.Ok ? DeviceState.Idle : DeviceState.Faulted, bench.Status.State);
        if (what is not ("encoder back" or "memory"))
        {
            ShotEntry entry = Assert.Single(bench.Journal());
            Assert.Equal((uint)bench.Scale.NlIn(steps - before), entry.VolumeNl);
            Assert.Equal((ushort)fault, entry.Fault);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-048")]
    public void Occlusion_halts_the_plunger_in_the_very_tick_that_shows_it()
    {
        // Aim: at once, without finishing the stroke.
        Bench bench = new();
        bench.Arm();
        bench.BeginShot();
        bench.RunUntil(() => bench.Plant.PlungerMoved);
        bench.Plant.PressureKpa = 1201;
        bench.Run(1);
        long steps = bench.Plant.PlungerSteps;
        bench.Run(100);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        bench.Plant.PressureKpa = 1200;
        Assert.Equal(Result.Ok, bench.Send(new FaultClearRequest(1)).Prefix.Result);
    }

    [Fact]
    [Trait("Requirement", "SR-053")]
    public void Line_that_was_blocked_has_to_be_primed_before_anything_is_granted()
    {
        // Aim: what it holds under pressure does not go into skin.
        Bench bench = new();
        bench.Arm();
        bench.BeginShot();
        bench.RunUntil(() => bench.Plant.PlungerMoved);
        bench.Plant.PressureKpa = 1201;
        bench.Run(1);
        bench.Plant.PressureKpa = 0;
        bench.Plant.Contact = false;
        bench.Run(200);
        Assert.Equal(Result.Ok, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        Assert.False(bench.Status.Flags.HasFlag(DeviceFlags.Primed));
        Assert.Equal(Result.NotReady, bench.Send(bench.NewGrant()).Prefix.Result);

        bench.Send(new PrimeRequest(bench.NextMotionId(), PrimePurpose.Purge, 50_000));
        bench.RunUntil(() => bench.Status.State == DeviceState.Idle && bench.Status.Flags.HasFlag(DeviceFlags.Primed), 2000);
        Assert.Equal(Result.Ok, bench.Send(bench.NewGrant()).Prefix.Result);
    }

    [Fact]
    [Trait("Requirement", "SR-033")]
    public void Needle_that_does_not_reach_its_depth_injects_nothing()
    {
        // Aim: no dose where the needle is not.
        Bench bench = new();
        bench.Arm();
        long before = bench.Plant.PlungerSteps;
        bench.Plant.NeedleJammed = true;
        bench.BeginShot();
        bench.RunUntil(DeviceState.Faulted);
        Assert.Equal(DeviceFault.NeedleStall, bench.Status.Fault);
        bench.Run(200);
        Assert.Equal(before, bench.Plant.PlungerSteps);
        ShotEntry entry = Assert.Single(bench.Journal());
        Assert.Equal(ShotOutcome.NotDelivered, entry.Outcome);
        Assert.Equal((ushort)DeviceFault.NeedleStall, entry.Fault);
    }

    [Fact]
    [Trait("Requirement", "SR-034")]
    public void Needle_that_does_not_come_home_latches_and_cannot_be_cleared_until_it_does()
    {
        // Aim: fault 12 on the way back, in a shot that was whole; and after a stop it takes the stop's place.
        Bench bench = new();
        bench.Arm();
        bench.BeginShot();
        bench.Run(40);
        bench.Plant.NeedleJammedOut = true;
        bench.RunUntil(DeviceState.Faulted);
        Assert.Equal(DeviceFault.NeedleStall, bench.Status.Fault);
        ShotEntry entry = Assert.Single(bench.Journal());
        Assert.Equal(ShotOutcome.Delivered, entry.Outcome);
        Assert.Equal((ushort)DeviceFault.NeedleStall, entry.Fault);
        Assert.Equal(Result.CauseRemains, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        bench.Plant.NeedleJammedOut = false;
        bench.Run(100);
        Assert.Equal(Result.Ok, bench.Send(new FaultClearRequest(1)).Prefix.Result);

        Bench stopped = new();
        stopped.Arm();
        stopped.BeginShot();
        stopped.Run(40);
        stopped.Plant.NeedleJammedOut = true;
        Assert.Equal(DeviceState.Stopped, stopped.Send(default(StopRequest)).Status.State);
        for (int i = 0; i < 30; i++)
        {
            // Sent over and over, as a host does until it is done: the deadline stays the first one's.
            stopped.Send(default(StopRequest));
            stopped.Run(4);
        }

        Assert.Equal(DeviceFault.NeedleStall, stopped.Status.Fault);
        Assert.Equal(2u, stopped.Status.FaultSeq);
    }

    [Fact]
    [Trait("Requirement", "SR-034")]
    public void Home_switch_that_stays_open_latches()
    {
        // Aim: a needle that cannot be shown to be home is not home.
        Bench bench = new();
        bench.Arm();
        bench.BeginShot();
        bench.Run(40);
        bench.Plant.HomeSwitchStuck = false;
        bench.RunUntil(DeviceState.Faulted);
        Assert.Equal(DeviceFault.NeedleStall, bench.Status.Fault);
    }

    [Theory]
    [InlineData(DeviceState.Idle)]
    [InlineData(DeviceState.Armed)]
    [Trait("Requirement", "SR-013")]
    [Trait("Requirement", "SR-042")]
    public void Plunger_that_creeps_at_rest_latches_over_delivery(DeviceState state)
    {
        // Aim: invariant 3: outside a shot and a prime the plunger does not move, whoever moves it.
        Bench bench = BenchStates.In(state);
        bench.Run(20);
        bench.Plant.PlungerRunawayStepsPerS = 1000;
        bench.RunUntil(DeviceState.Faulted, 20);
        Assert.Equal(DeviceFault.OverDelivery, bench.Status.Fault);
    }

    [Fact]
    [Trait("Requirement", "SR-042")]
    public void Plunger_that_does_not_hear_a_halt_is_found_out()
    {
        // Aim: what runs on after a stop is over-delivery, although the dose is not reached.
        Bench bench = new();
        bench.MakeReady();
        bench.Send(bench.NewGrant(1, doseNl: 100_000));
        bench.BeginShot();
        bench.RunUntil(() => bench.Plant.PlungerMoved);
        bench.Run(5);
        bench.Plant.PlungerRunawayStepsPerS = 300;
        bench.Send(default(StopRequest));
        bench.Run(30);
        Assert.Equal(DeviceFault.OverDelivery, bench.Status.Fault);
    }

    [Fact]
    [Trait("Requirement", "SR-032")]
    public void Needle_that_moves_out_at_rest_latches_too_deep()
    {
        // Aim: with no shot, the depth allowed is none.
        Bench bench = BenchStates.In(DeviceState.Idle);
        bench.Plant.NeedleJammed = true;
        bench.Plant.PushNeedle(81);
        bench.Run(1);
        Assert.Equal(DeviceFault.NeedleTooDeep, bench.Status.Fault);
    }

    [Fact]
    [Trait("Requirement", "SR-047")]
    public void Cartridge_with_less_than_a_dose_begins_no_shot_and_needs_a_new_one()
    {
        // Aim: fault 14 before the needle moves; a new cartridge clears it and is not primed.
        Bench bench = new();
        bench.Arm();
        bench.Plant.PlungerEndSteps = bench.Plant.PlungerSteps + bench.Scale.StepsIn(Bench.DoseNl) - 1;
        bench.Plant.DeepestUm = 0;
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.Run(100);
        Assert.Equal(DeviceFault.CartridgeEmpty, bench.Status.Fault);
        Assert.Equal(0, bench.Plant.DeepestUm);
        Assert.Equal(Result.CauseRemains, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        bench.Plant.CartridgePresent = false;
        bench.Run(50);
        Assert.Equal(Result.CauseRemains, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        bench.Plant.ChangeCartridge();
        bench.Run(10);
        Assert.Equal(Result.Ok, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        Assert.False(bench.Status.Flags.HasFlag(DeviceFlags.Primed));
        Assert.Equal(2u, bench.Status.CartridgeId);
        Assert.Equal(Result.NotReady, bench.Send(bench.NewGrant()).Prefix.Result);
    }

    [Fact]
    public void Cartridge_whose_end_moves_under_a_drive_ends_it()
    {
        // Aim: fault 14 in mid-drive.
        Bench bench = BenchStates.In(DeviceState.Delivering);
        bench.RunUntil(() => bench.Plant.PlungerMoved);
        bench.Plant.PlungerEndSteps = bench.Plant.PlungerSteps + 5;
        bench.Run(1);
        Assert.Equal(DeviceFault.CartridgeEmpty, bench.Status.Fault);
    }

    [Fact]
    [Trait("Requirement", "SR-052")]
    public void Cartridge_swapped_between_two_ticks_ends_the_permit()
    {
        // Aim: a new cartridge is seen by its id, also if the gap was never seen.
        Bench bench = BenchStates.In(DeviceState.Armed);
        bench.Plant.ChangeCartridge();
        bench.Run(1);
        Assert.Equal(DeviceFault.CartridgeMissing, bench.Status.Fault);
        Assert.Equal(Result.Ok, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        Assert.Equal(Result.NotReady, bench.Send(bench.NewGrant()).Prefix.Result);
    }

    [Fact]
    [Trait("Requirement", "SR-136")]
    public void Trigger_pressed_too_long_with_no_permit_latches_and_clears_on_release()
    {
        // Aim: fault 18 after ten seconds, not before; a permit that uses the press keeps it away.
        Bench bench = new();
        bench.MakeReady();
        bench.Plant.Trigger = true;
        bench.Run(10_000);
        Assert.Equal(DeviceFault.None, bench.Status.Fault);
        bench.Run(20);
        Assert.Equal(DeviceFault.TriggerStuck, bench.Status.Fault);
        Assert.Equal(Result.CauseRemains, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        bench.Plant.Trigger = false;
        bench.Run(20);
        Assert.Equal(Result.Ok, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        bench.Arm();
        bench.Plant.Trigger = true;
        bench.Run(12_000);
        Assert.Equal(DeviceFault.None, bench.Status.Fault);
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    [Trait("Requirement", "SR-138")]
    public void Gap_between_ticks_beyond_the_limit_is_a_watchdog_reset(int gapMs, bool latches)
    {
        // Aim: fault 21 by the figure, the permit dead, no shot after it.
        Bench bench = BenchStates.In(DeviceState.Armed);
        bench.Hang(gapMs);
        Assert.Equal(latches ? DeviceFault.WatchdogReset : DeviceFault.None, bench.Status.Fault);
        Assert.Equal(0u, bench.Status.PermitId);
        if (latches)
        {
            Assert.Equal(Result.Ok, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-138")]
    public void Clock_that_goes_back_is_a_watchdog_reset()
    {
        // Aim: time that cannot be trusted arms nothing.
        Bench bench = BenchStates.In(DeviceState.Armed);
        bench.Device.Tick(bench.NowMs - 10, default, new System.Buffers.ArrayBufferWriter<byte>());
        Assert.Equal(DeviceFault.WatchdogReset, bench.Status.Fault);
        Assert.Equal(0u, bench.Status.PermitId);
    }

    [Fact]
    [Trait("Requirement", "SR-133")]
    public void Fault_for_service_takes_the_place_of_any_other_and_stays()
    {
        // Aim: a fault that can be cleared does not hide one that cannot.
        Bench bench = BenchStates.In(DeviceState.Faulted);
        bench.Run(20);
        bench.Plant.PlungerRunawayStepsPerS = 1000;
        bench.Run(20);
        bench.Plant.PlungerRunawayStepsPerS = 0;
        Assert.Equal(DeviceFault.OverDelivery, bench.Status.Fault);
        Assert.Equal(2u, bench.Status.FaultSeq);
        Assert.Equal(Result.CauseRemains, bench.Send(new FaultClearRequest(2)).Prefix.Result);
    }

    [Fact]
    [Trait("Requirement", "SR-132")]
    public void Fault_clear_that_was_meant_for_the_fault_before_clears_nothing()
    {
        // Aim: a late clear does not take a newer fault away unseen.
        Bench bench = BenchStates.In(DeviceState.Stopped);
        bench.Plant.TemperatureCc = 4001;
        bench.Run(1);
        bench.Plant.TemperatureCc = 4000;
        Assert.Equal(Result.NoSuchFault, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        Assert.Equal(DeviceFault.TooWarm, bench.Status.Fault);
    }

    [Fact]
    [Trait("Requirement", "SR-139")]
    public void Exception_out_of_a_seam_leaves_the_plunger_halted_and_the_needle_on_its_way_home()
    {
        // Aim: the last resort. A sensor bus that dies in mid-injection kills the tick; the machine is at rest before the
        // exception leaves.
        Bench bench = BenchStates.In(DeviceState.Delivering);
        bench.RunUntil(() => bench.Plant.PlungerMoved);
        bench.Plant.SensorsThrow = true;
        Assert.Throws<IOException>(() => bench.Run(1));
        long steps = bench.Plant.PlungerSteps;
        for (int ms = 0; ms < 25; ms++)
        {
            bench.Plant.Step();
        }

        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.True(bench.Plant.NeedleHome);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Cartridge_end_that_makes_no_sense_throws_nothing(long endSteps)
    {
        // Aim: a broken encoder may say anything; the status stays readable.
        Bench bench = BenchStates.In(DeviceState.Armed);
        bench.Plant.PlungerEndSteps = endSteps;
        bench.Run(5);
        uint expected = endSteps < 0 ? 0 : (uint)bench.Scale.NlIn(bench.Scale.StepsIn(uint.MaxValue));
        Assert.Equal(expected, bench.Send(default(StatusRequest)).Status.RemainingNl);
    }

    private static void Break(Bench bench, string what)
    {
        BenchPlant plant = bench.Plant;
        switch (what)
        {
            case "occlusion": plant.PressureKpa = 1300; break;
            case "plunger jammed": plant.PlungerJammed = true; break;
            case "cartridge out": plant.CartridgePresent = false; break;
            case "warm": plant.TemperatureCc = 4001; break;
            case "cold": plant.TemperatureCc = 499; break;
            case "battery": plant.BatteryPermille = 99; break;
            case "pressure broken": plant.PressureKpa = -200; break;
            case "thermometer broken": plant.TemperatureCc = 20_000; break;
            case "gauge broken": plant.BatteryPermille = -1; break;
            case "home switch closed": plant.HomeSwitchStuck = true; break;
            case "needle deep": plant.PushNeedle((int)Bench.DepthUm + 141); break;
            case "needle pushed back": plant.PushNeedle((int)Bench.DepthUm - 200); break;
            case "overrun": plant.SetPlungerSteps(plant.PlungerSteps + 400); break;
            case "encoder back": plant.SetPlungerSteps(plant.PlungerSteps - 400); break;
            default: bench.Memory.Broken = true; break;
        }
    }

    private static void Mend(Bench bench)
    {
        bench.Plant.PressureKpa = 0;
        bench.Plant.PlungerJammed = false;
        bench.Plant.CartridgePresent = true;
        bench.Plant.TemperatureCc = 2400;
        bench.Plant.BatteryPermille = 900;
        bench.Plant.HomeSwitchStuck = null;
        bench.Memory.Broken = false;
    }
}
