using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

/// <summary>Prime, self-test and calibration moves.</summary>
public sealed class RoutineTests
{
    public static TheoryData<MessageType> Motions() => [MessageType.Prime, MessageType.SelfTest, MessageType.CalibrationMove];

    [Fact]
    [Trait("Requirement", "SR-051")]
    public void Prime_moves_its_volume_once_and_counts_it_apart_from_the_shots()
    {
        // Aim: volume, flags, counters; the same id again and a lower one move nothing.
        Bench bench = new();
        PrimeRequest prime = new(5, PrimePurpose.Prime, 50_000);
        Assert.Equal(DeviceState.Priming, bench.Send(prime).Status.State);
        Assert.Equal(Result.Already, bench.Send(prime).Prefix.Result);
        bench.RunUntil(DeviceState.Idle);
        long steps = bench.Scale.StepsIn(50_000);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.Equal(Result.Already, bench.Send(prime).Prefix.Result);
        Assert.Equal(Result.StaleId, bench.Send(prime with { Id = 4 }).Prefix.Result);
        Assert.Equal(Result.StaleId, bench.Send(prime with { Id = 0 }).Prefix.Result);
        bench.Run(300);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.Equal((uint)bench.Scale.NlIn(steps), bench.Status.PrimedNl);
        Assert.Equal(0ul, bench.Status.VolumeCounterNl);
        Assert.Equal(5u, bench.Status.LastId);
        Assert.True(bench.Status.Flags.HasFlag(DeviceFlags.Primed));
        Assert.Equal((uint)bench.Scale.NlIn(bench.Plant.PlungerEndSteps - steps), bench.Status.RemainingNl);
    }

    [Theory]
    [InlineData(500_001u, 500_000u)]
    [InlineData(uint.MaxValue, 500_000u)]
    [InlineData(49u, 500_000u)]
    [Trait("Requirement", "SR-051")]
    public void Prime_beyond_its_cap_or_of_no_step_is_refused(uint volumeNl, uint limit)
    {
        // Aim: the cap, and a prime of less than a step, which would call an empty line primed.
        Bench bench = new();
        StatusReply reply = bench.Send(new PrimeRequest(1, PrimePurpose.Prime, volumeNl));
        Assert.Equal(Result.DoseCap, reply.Prefix.Result);
        Assert.Equal(limit, reply.Prefix.Limit);
        Assert.Equal(0u, reply.Status.LastId);
        bench.Run(100);
        Assert.Equal(0, bench.Plant.Drives);
    }

    [Fact]
    [Trait("Requirement", "SR-051")]
    public void Prime_of_more_than_is_left_is_refused_with_what_is_left()
    {
        // Aim: the cartridge's end bounds a prime too.
        Bench bench = new();
        bench.Plant.PlungerEndSteps = 1000;
        bench.Run(1);
        StatusReply reply = bench.Send(new PrimeRequest(1, PrimePurpose.Prime, 100_000));
        Assert.Equal(Result.DoseCap, reply.Prefix.Result);
        Assert.Equal((uint)bench.Scale.NlIn(1000), reply.Prefix.Limit);
        bench.Plant.CartridgePresent = false;
        Assert.Equal(Result.NotReady, bench.Send(new PrimeRequest(1, PrimePurpose.Prime, 10_000)).Prefix.Result);
    }

    [Theory]
    [MemberData(nameof(Motions))]
    [Trait("Requirement", "SR-013")]
    [Trait("Requirement", "SR-051")]
    public void Motion_on_the_skin_is_refused_and_its_id_not_seen(MessageType type)
    {
        // Aim: nothing runs by itself on skin; once off it, the same id may run.
        Bench bench = new();
        bench.Plant.Contact = true;
        Assert.Equal(Result.InContact, Begin(bench, type, 1).Prefix.Result);
        bench.Run(10);
        Assert.Equal(0u, bench.Status.LastId);
        bench.Plant.Contact = false;
        bench.Run(3);
        Assert.Equal(Result.InContact, Begin(bench, type, 1).Prefix.Result);
        bench.Run(5);
        Assert.Equal(Result.Ok, Begin(bench, type, 1).Prefix.Result);
    }

    [Theory]
    [MemberData(nameof(Motions))]
    [Trait("Requirement", "SR-013")]
    [Trait("Requirement", "SR-051")]
    public void Motion_ends_at_contact(MessageType type)
    {
        // Aim: the head comes down on skin in mid-move: plunger still, needle home, nothing passed or primed.
        Bench bench = new();
        Begin(bench, type, 1);
        bench.Run(5);
        bench.Plant.Contact = true;
        bench.Run(1);
        long steps = bench.Plant.PlungerSteps;
        bench.Run(100);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.True(bench.Plant.NeedleHome);
        Assert.Equal(DeviceState.Idle, bench.Status.State);
        Assert.Equal(DeviceFlags.None, bench.Status.Flags & (DeviceFlags.Primed | DeviceFlags.SelfTestPassed));
        Assert.Equal(DeviceFault.None, bench.Status.Fault);
    }

    [Theory]
    [InlineData(CalibrationAxis.Plunger)]
    [InlineData(CalibrationAxis.Needle)]
    [Trait("Requirement", "SR-074")]
    public void Motion_ends_when_no_frame_has_come_for_the_longest_lease(CalibrationAxis axis)
    {
        // Aim: a cut link ends what runs by itself, and any good frame keeps it going.
        Bench bench = new();
        int target = axis == CalibrationAxis.Plunger ? 400_000 : 5000;
        bench.Send(new CalibrationMoveRequest(1, axis, target));
        bench.Run(200);
        bench.Send(default(StatusRequest));
        bench.Run(249);
        Assert.False(axis == CalibrationAxis.Plunger ? !bench.Plant.PlungerMoved : bench.Plant.NeedleHome);
        bench.Run(1);
        long steps = bench.Plant.PlungerSteps;
        bench.Run(100);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.True(bench.Plant.NeedleHome);
        Assert.Equal(DeviceState.Idle, bench.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-074")]
    public void Prime_ends_when_the_link_is_silent_and_leaves_the_line_unprimed()
    {
        // Aim: as above, for prime; what was moved is counted.
        Bench bench = new();
        bench.Send(new PrimeRequest(1, PrimePurpose.Prime, 500_000));
        bench.Run(400);
        Assert.Equal(DeviceState.Idle, bench.Status.State);
        Assert.InRange(bench.Plant.PlungerSteps, bench.Scale.StepsIn(190_000), bench.Scale.StepsIn(210_000));
        Assert.Equal((uint)bench.Scale.NlIn(bench.Plant.PlungerSteps), bench.Status.PrimedNl);
        Assert.False(bench.Status.Flags.HasFlag(DeviceFlags.Primed));
    }

    [Fact]
    [Trait("Requirement", "SR-036")]
    public void Self_test_moves_the_needle_half_a_millimetre_and_the_plunger_not_at_all()
    {
        // Aim: the page's figure.
        Bench bench = new();
        Assert.Equal(DeviceState.Moving, bench.Send(new SelfTestRequest(1)).Status.State);
        bench.RunUntil(DeviceState.Idle);
        Assert.True(bench.Status.Flags.HasFlag(DeviceFlags.SelfTestPassed));
        Assert.InRange(bench.Plant.DeepestUm, 480, 500);
        Assert.Equal(0, bench.Plant.Drives);
    }

    [Theory]
    [InlineData("jammed")]
    [InlineData("jammed out")]
    [InlineData("switch closed")]
    [InlineData("switch open")]
    [InlineData("plunger moved")]
    [Trait("Requirement", "SR-124")]
    public void Self_test_finds_what_is_broken_and_can_be_repeated(string what)
    {
        // Aim: each finding is fault 26; cleared and mended, the test passes; failed again, the flag goes.
        Bench bench = new();
        bench.Plant.NeedleJammed = what == "jammed";
        bench.Plant.NeedleJammedOut = what == "jammed out";
        bench.Plant.HomeSwitchStuck = what == "switch closed" ? true : null;
        bench.Send(new SelfTestRequest(1));
        bench.Run(4);
        bench.Plant.HomeSwitchStuck = what == "switch open" ? false : bench.Plant.HomeSwitchStuck;
        bench.Plant.SetPlungerSteps(what == "plunger moved" ? 1 : 0);
        bench.RunUntil(DeviceState.Faulted);
        Assert.Equal(DeviceFault.SelfTestFailed, bench.Status.Fault);
        Assert.False(bench.Status.Flags.HasFlag(DeviceFlags.SelfTestPassed));

        bench.Plant.NeedleJammed = false;
        bench.Plant.NeedleJammedOut = false;
        bench.Plant.HomeSwitchStuck = null;
        bench.Run(100);
        Assert.Equal(Result.Ok, bench.Send(new FaultClearRequest(1)).Prefix.Result);
        bench.Send(new SelfTestRequest(2));
        bench.RunUntil(DeviceState.Idle);
        Assert.True(bench.Status.Flags.HasFlag(DeviceFlags.SelfTestPassed));
    }

    [Fact]
    public void Needle_calibration_goes_to_a_position_and_holds_it_until_told_otherwise()
    {
        // Aim: absolute targets; the same request again does not move it; a permit or home ends the hold.
        Bench bench = new();
        bench.MakeReady();
        bench.Renewing = true;
        uint id = bench.NextMotionId();
        bench.Send(new CalibrationMoveRequest(id, CalibrationAxis.Needle, 3000));
        bench.Run(100);
        Assert.Equal(3000, bench.Plant.NeedleUm);
        Assert.Equal(DeviceState.Idle, bench.Status.State);
        Assert.Equal(Result.Already, Calibrate(bench, id, CalibrationAxis.Needle, 3000));
        bench.Send(new CalibrationMoveRequest(bench.NextMotionId(), CalibrationAxis.Needle, 1000));
        bench.Run(100);
        Assert.Equal(1000, bench.Plant.NeedleUm);
        Assert.Equal(DeviceFault.None, bench.Status.Fault);
        Assert.Equal(Result.OutOfRange, Calibrate(bench, bench.NextMotionId(), CalibrationAxis.Needle, 6001));
        Assert.Equal(Result.OutOfRange, Calibrate(bench, bench.NextMotionId(), CalibrationAxis.Needle, -1));
        Assert.Equal(Result.Ok, bench.Send(bench.NewGrant()).Prefix.Result);
        bench.Run(50);
        Assert.True(bench.Plant.NeedleHome);
        Assert.Equal(DeviceState.Armed, bench.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-034")]
    public void Shot_after_a_held_calibration_begins_only_when_the_needle_is_home()
    {
        // Aim: a needle on its way back from six millimetres does not go into skin sideways of its permit.
        Bench bench = new();
        bench.MakeReady();
        Assert.Equal(Result.Ok, Calibrate(bench, bench.NextMotionId(), CalibrationAxis.Needle, 6000));
        bench.Run(120);
        Assert.Equal(6000, bench.Plant.NeedleUm);
        Assert.Equal(Result.Ok, bench.Send(bench.NewGrant()).Prefix.Result);
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.RunUntil(() =>
        {
            bench.Plant.DeepestUm = 0;
            return bench.Plant.Shots == 1;
        });
        bench.Run(100);
        Assert.InRange(bench.Plant.DeepestUm, 1, (int)Bench.DepthUm);
        Assert.Equal(DeviceFault.None, bench.Status.Fault);
    }

    [Fact]
    public void Plunger_calibration_takes_absolute_volumes_and_never_goes_back()
    {
        // Aim: the sum of the moves is exact to the step of the absolute; a lower target is refused; shots are not counted.
        Bench bench = new();
        long moved = 0;
        int[] targets = [100_000, 100_000, 137_500, 600_000];
        foreach (int target in targets)
        {
            Assert.Equal(Result.Ok, Calibrate(bench, bench.NextMotionId(), CalibrationAxis.Plunger, target));
            for (int i = 0; i < 10; i++)
            {
                bench.Run(70);
                bench.Send(default(StatusRequest));
            }

            moved = bench.Scale.StepsIn(target);
            Assert.Equal(moved, bench.Plant.PlungerSteps);
            Assert.Equal(DeviceState.Idle, bench.Status.State);
        }

        uint id = bench.NextMotionId();
        Assert.Equal(Result.OutOfRange, Calibrate(bench, id, CalibrationAxis.Plunger, 599_000));
        Assert.Equal(Result.OutOfRange, Calibrate(bench, id, CalibrationAxis.Plunger, 1_100_001));
        Assert.Equal(Result.OutOfRange, Calibrate(bench, id, CalibrationAxis.Plunger, int.MinValue));
        Assert.Equal(0ul, bench.Status.VolumeCounterNl);
        Assert.Equal(0u, bench.Status.PrimedNl);
    }

    [Fact]
    public void Retract_ends_a_prime_and_a_permit()
    {
        // Aim: retract in its two moving cases.
        Bench bench = BenchStates.In(DeviceState.Priming);
        bench.Run(5);
        bench.Send(default(RetractRequest));
        long steps = bench.Plant.PlungerSteps;
        bench.Run(100);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.Equal(DisarmReason.None, bench.Status.DisarmReason);

        bench = BenchStates.In(DeviceState.Delivering);
        StatusReply reply = bench.Send(default(RetractRequest));
        Assert.Equal(0u, reply.Status.PermitId);
        Assert.Equal(DisarmReason.Revoked, reply.Status.DisarmReason);
        LeaseTests.AssertComesToRest(bench, 25);
        Assert.Equal(ShotEnd.LapsedOrRevoked, Assert.Single(bench.Journal()).Fault);
    }

    [Fact]
    [Trait("Requirement", "SR-034")]
    public void Boot_with_the_needle_out_brings_it_home()
    {
        // Aim: wherever a reset left it.
        Bench bench = new();
        bench.Plant.PushNeedle(4000);
        bench.Reboot();
        bench.Run(1);
        Assert.Equal(DeviceState.Moving, bench.Status.State);
        bench.Run(60);
        Assert.Equal(DeviceState.Idle, bench.Status.State);
        Assert.True(bench.Plant.NeedleHome);
    }

    private static Result Calibrate(Bench bench, uint id, CalibrationAxis axis, int target) =>
        bench.Send(new CalibrationMoveRequest(id, axis, target)).Prefix.Result;

    private static StatusReply Begin(Bench bench, MessageType type, uint id) => type switch
    {
        MessageType.Prime => bench.Send(new PrimeRequest(id, PrimePurpose.Prime, 100_000)),
        MessageType.SelfTest => bench.Send(new SelfTestRequest(id)),
        _ => bench.Send(new CalibrationMoveRequest(id, CalibrationAxis.Plunger, 100_000)),
    };
}
