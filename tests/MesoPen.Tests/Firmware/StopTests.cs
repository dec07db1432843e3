using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class StopTests
{
    private const int RetractMs = 25;

    [Fact]
    [Trait("Requirement", "SR-060")]
    public void Stop_at_any_millisecond_of_a_shot_stills_the_plunger_in_the_same_tick_and_journals_what_moved()
    {
        // Aim: stop at every millisecond; and the entry says what the machine moved.
        bool sawPartial = false;
        for (int atMs = 0; atMs <= 120; atMs++)
        {
            Bench bench = new();
            bench.Arm();
            long before = bench.Plant.PlungerSteps;
            bench.BeginShot();
            bench.Run(atMs);
            StatusReply reply = bench.Send(default(StopRequest));
            long steps = bench.Plant.PlungerSteps;
            Assert.Equal(Result.Ok, reply.Prefix.Result);
            Assert.Equal(DeviceFault.StopRequested, reply.Status.Fault);
            bench.Run(20);
            Assert.Equal(steps, bench.Plant.PlungerSteps);
            LeaseTests.AssertComesToRest(bench, RetractMs);
            Assert.Equal(steps, bench.Plant.PlungerSteps);

            ShotEntry entry = Assert.Single(bench.Journal());
            Assert.Equal((uint)bench.Scale.NlIn(steps - before), entry.VolumeNl);
            sawPartial |= entry.Outcome == ShotOutcome.Partial;
            Assert.True(entry.Outcome == ShotOutcome.Delivered || entry.Fault == (ushort)DeviceFault.StopRequested);
            Assert.Equal(1u, bench.Status.ShotCounter);
            Assert.False(bench.Plant.RetractedUnderDrive, "The needle went back before the plunger was halted.");
        }

        Assert.True(sawPartial, "No stop fell into the injection: the test shows nothing.");
    }

    [Fact]
    [Trait("Requirement", "SR-063")]
    public void Stop_takes_effect_before_any_other_frame_of_its_tick()
    {
        // Aim: a grant and a prime that stand before the stop in the same bytes do nothing.
        Bench bench = new();
        bench.MakeReady();
        long steps = bench.Plant.PlungerSteps;
        bench.Post(bench.NewGrant());
        bench.Post(new PrimeRequest(bench.NextMotionId(), PrimePurpose.Prime, 10_000));
        bench.Post(default(StopRequest));
        bench.Run(1);
        Result[] results = [.. bench.Results];
        Assert.Equal([Result.Faulted, Result.Faulted, Result.Ok], results);
        bench.Run(300);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.Equal(DeviceState.Stopped, bench.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-069")]
    public void Stop_that_follows_a_fault_clear_in_the_same_tick_is_not_undone_by_it()
    {
        // Aim: the clear is for the stop before; the stop after it stands.
        Bench bench = BenchStates.In(DeviceState.Stopped);
        uint seq = bench.Status.FaultSeq;
        bench.Post(new FaultClearRequest(seq));
        bench.Post(default(StopRequest));
        bench.Run(1);
        Assert.Equal(DeviceState.Stopped, bench.Status.State);
        Assert.Equal(seq + 1, bench.Status.FaultSeq);
    }

    [Fact]
    [Trait("Requirement", "SR-063")]
    public void Stop_is_heard_in_any_version_and_for_any_boot()
    {
        // Aim: a host that knows nothing of the device can stop it.
        Bench bench = BenchStates.In(DeviceState.Armed);
        Assert.Equal(Result.Ok, bench.Send(default(StopRequest), bootId: 0, version: 9).Prefix.Result);
        Assert.Equal(DeviceState.Stopped, bench.Status.State);
        Assert.Equal(DisarmReason.Stop, bench.Status.DisarmReason);
    }

    [Fact]
    [Trait("Requirement", "SR-063")]
    public void Stop_split_over_ticks_among_noise_is_heard()
    {
        // Aim: the lane reads a byte stream, not datagrams.
        Bench bench = BenchStates.In(DeviceState.Armed);
        bench.Renewing = false;
        byte[] stop = bench.Bytes(default(StopRequest));
        bench.PostBytes([1, 2, 3, 0]);
        foreach (byte value in stop)
        {
            Assert.Equal(DeviceState.Armed, bench.Status.State);
            bench.PostBytes([value]);
            bench.Run(1);
        }

        Assert.Equal(DeviceState.Stopped, bench.Status.State);
    }

    [Fact]
    public void Stop_again_keeps_the_number_and_after_a_clear_takes_a_new_one()
    {
        // Aim: fault_seq tells stops apart, and repeats of one stop are one.
        Bench bench = BenchStates.In(DeviceState.Stopped);
        Assert.Equal(1u, bench.Send(default(StopRequest)).Status.FaultSeq);
        Assert.Equal(Result.NoSuchFault, bench.Send(new FaultClearRequest(2)).Prefix.Result);
        Assert.Equal(Result.NoSuchFault, bench.Send(new FaultClearRequest(0)).Prefix.Result);
        StatusReply cleared = bench.Send(new FaultClearRequest(1));
        Assert.Equal(Result.Ok, cleared.Prefix.Result);
        Assert.Equal(DeviceState.Idle, cleared.Status.State);
        Assert.Equal(Result.Already, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        Assert.Equal(Result.NoSuchFault, bench.Send(new FaultClearRequest(2)).Prefix.Result);
        Assert.Equal(2u, bench.Send(default(StopRequest)).Status.FaultSeq);
    }

    [Fact]
    public void Shot_is_written_down_only_when_the_plunger_stands()
    {
        // Aim: a plunger that coasts on after the halt, longer than a shallow needle takes to come back, is counted to its last step.
        Bench bench = new();
        bench.MakeReady();
        bench.Send(bench.NewGrant(depthUm: 250));
        long before = bench.Plant.PlungerSteps;
        bench.BeginShot();
        bench.RunUntil(() => bench.Plant.PlungerSteps > before + 100);
        bench.Send(default(StopRequest));
        bench.Plant.PlungerRunawayStepsPerS = 1000;
        bench.Run(10);
        bench.Plant.PlungerRunawayStepsPerS = 0;
        bench.Run(20);
        ShotEntry entry = Assert.Single(bench.Journal());
        Assert.Equal((uint)bench.Scale.NlIn(bench.Plant.PlungerSteps - before), entry.VolumeNl);
        Assert.Equal(entry.VolumeNl, bench.Status.VolumeCounterNl);
        Assert.Equal(DeviceFault.StopRequested, bench.Status.Fault);
    }

    [Fact]
    public void Stop_again_halts_again()
    {
        // Aim: a stop does not rest on what an earlier one did: a motor that was set going since is halted by the next.
        Bench bench = BenchStates.In(DeviceState.Stopped);
        bench.Plant.DrivePlunger(bench.Plant.PlungerSteps + 5000, 100);
        bench.Plant.DriveNeedle(60, 1000);
        bench.Run(3);
        Assert.True(bench.Plant.PlungerMoved);
        bench.Send(default(StopRequest));
        long steps = bench.Plant.PlungerSteps;
        bench.Run(50);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.Equal(0, bench.Plant.NeedleUm);
    }

    [Fact]
    [Trait("Requirement", "SR-133")]
    public void Stop_while_a_fault_is_latched_leaves_the_fault()
    {
        // Aim: a stop does not hide a fault.
        Bench bench = BenchStates.In(DeviceState.Faulted);
        StatusReply reply = bench.Send(default(StopRequest));
        Assert.Equal(Result.Ok, reply.Prefix.Result);
        Assert.Equal(DeviceState.Faulted, reply.Status.State);
        Assert.Equal(DeviceFault.TooWarm, reply.Status.Fault);
        Assert.Equal(1u, reply.Status.FaultSeq);
    }

    [Fact]
    [Trait("Requirement", "SR-066")]
    public void Stop_button_stops_and_can_be_cleared_only_when_released()
    {
        // Aim: the button is a level, and works without a host.
        Bench bench = BenchStates.In(DeviceState.Delivering);
        bench.Plant.StopButton = true;
        bench.Run(1);
        long steps = bench.Plant.PlungerSteps;
        Assert.Equal(DeviceState.Stopped, bench.Status.State);
        Assert.Equal(DeviceFault.StopButton, bench.Status.Fault);
        bench.Run(300);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.Equal(Result.CauseRemains, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        bench.Plant.StopButton = false;
        Assert.Equal(Result.Ok, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        bench.Run(1);
        Assert.Equal(DeviceState.Idle, bench.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-067")]
    public void Stop_ends_a_prime_and_a_self_test_and_a_calibration_move()
    {
        // Aim: whatever runs by itself stops too.
        Bench bench = BenchStates.In(DeviceState.Priming);
        bench.Run(10);
        bench.Send(default(StopRequest));
        long steps = bench.Plant.PlungerSteps;
        LeaseTests.AssertComesToRest(bench, RetractMs);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.Equal((uint)bench.Scale.NlIn(steps), bench.Status.PrimedNl);

        bench.Send(new FaultClearRequest(1));
        bench.Send(new CalibrationMoveRequest(bench.NextMotionId(), CalibrationAxis.Needle, 3000));
        bench.Run(20);
        Assert.False(bench.Plant.NeedleHome);
        bench.Send(default(StopRequest));
        LeaseTests.AssertComesToRest(bench, 50);
    }
}
