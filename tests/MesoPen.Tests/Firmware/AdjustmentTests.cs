using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

/// <summary>The adjustment that a device holds: who may set it, what it changes, and that it outlives whatever happens.</summary>
public sealed class AdjustmentTests
{
    private static readonly CertificateMark Mark = CertificateMark.Of("9f86d081884c7d659a2feaa0c55ad015");

    // 4.2 % less than was asked came out, and the tip stood 40 µm short.
    private static readonly CalibrationSetRequest Full = new(0, 1_042_000, 40, 60, 20_800, Mark);

    [Fact]
    [Trait("Requirement", "SR-192")]
    public void Adjustment_that_was_set_is_told_and_outlives_resets()
    {
        // Aim: identity says what was set, in this boot and in those after; before, it says what was burnt in.
        Bench bench = new();
        Assert.Equal((1_000_000u, 0, (ushort)0, 20_000u, default(CertificateMark)), Told(bench));
        Set(bench, Full);
        for (int boot = 0; boot < 3; boot++)
        {
            Assert.Equal((1_042_000u, 40, (ushort)60, 20_800u, Mark), Told(bench));
            bench.Reboot();
            bench.Run(3);
            Assert.Equal(DeviceFault.None, bench.Status.Fault);
        }

        Set(bench, Full with { PlungerPpm = 999_000, DueDay = 0, Certificate = default });
        bench.Reboot();
        bench.Run(3);
        Assert.Equal((999_000u, 40, (ushort)60, 0u, default(CertificateMark)), Told(bench));
    }

    [Theory]
    [InlineData(899_999u, 0, 0)]
    [InlineData(1_100_001u, 0, 0)]
    [InlineData(0u, 0, 0)]
    [InlineData(uint.MaxValue, 0, 0)]
    [InlineData(1_000_000u, 501, 0)]
    [InlineData(1_000_000u, -501, 0)]
    [InlineData(1_000_000u, int.MinValue, 0)]
    [InlineData(1_000_000u, 0, 501)]
    [InlineData(1_000_000u, 0, 65_535)]
    [Trait("Requirement", "SR-192")]
    public void Adjustment_beyond_its_bounds_is_refused_and_the_one_before_holds(uint ppm, int offsetUm, int backlashUm)
    {
        // Aim: refused, never clamped; the id is not seen, and nothing is written.
        Bench bench = new();
        Set(bench, Full);
        long written = bench.Memory.BytesWritten;
        uint last = bench.Status.LastId;
        CalibrationSetRequest asked = Full with { Id = last + 1, PlungerPpm = ppm, NeedleOffsetUm = offsetUm, BacklashUm = (ushort)backlashUm };

        Assert.Equal(Result.OutOfRange, bench.Send(asked).Prefix.Result);

        Assert.Equal((1_042_000u, 40, (ushort)60, 20_800u, Mark), Told(bench));
        Assert.Equal((written, last), (bench.Memory.BytesWritten, bench.Status.LastId));
    }

    [Theory]
    [InlineData(900_000u, -500, 500)]
    [InlineData(1_100_000u, 500, 0)]
    public void Adjustment_at_its_bounds_is_taken(uint ppm, int offsetUm, int backlashUm)
    {
        // Aim: the bounds are those of the page, inclusive.
        Bench bench = new();
        Set(bench, Full with { PlungerPpm = ppm, NeedleOffsetUm = offsetUm, BacklashUm = (ushort)backlashUm });
        Assert.Equal((ppm, offsetUm, (ushort)backlashUm), (Told(bench).PlungerPpm, Told(bench).OffsetUm, Told(bench).BacklashUm));
    }

    [Fact]
    [Trait("Requirement", "SR-192")]
    public void Adjustment_set_twice_changes_nothing()
    {
        // Aim: the same id is already, another id with the same content is ok; neither writes a byte or moves a counter.
        Bench bench = new();
        bench.Arm();
        bench.FireOnce();
        bench.Send(new PermitRevokeRequest(bench.Status.PermitIdSeen));
        CalibrationSetRequest first = Full with { Id = bench.NextMotionId() };
        Assert.Equal(Result.Ok, bench.Send(first).Prefix.Result);
        long written = bench.Memory.BytesWritten;
        ulong volumeNl = bench.Status.VolumeCounterNl;

        Assert.Equal(Result.Already, bench.Send(first).Prefix.Result);
        Assert.Equal(Result.Ok, bench.Send(first with { Id = bench.NextMotionId() }).Prefix.Result);

        Assert.Equal((written, volumeNl), (bench.Memory.BytesWritten, bench.Status.VolumeCounterNl));
        Assert.Equal(Mark, Told(bench).Certificate);
    }

    [Theory]
    [InlineData(DeviceState.Armed)]
    [InlineData(DeviceState.Delivering)]
    [InlineData(DeviceState.Priming)]
    [InlineData(DeviceState.Moving)]
    [InlineData(DeviceState.Stopped)]
    [InlineData(DeviceState.Faulted)]
    [Trait("Requirement", "SR-192")]
    public void Adjustment_is_refused_while_anything_is_under_way(DeviceState state)
    {
        // Aim: the scale of a live permit's shots cannot change under it.
        Bench bench = BenchStates.In(state);
        long written = bench.Memory.BytesWritten;
        Result result = bench.Send(Full with { Id = bench.NextMotionId() }).Prefix.Result;
        Assert.Equal(state is DeviceState.Stopped or DeviceState.Faulted ? Result.Faulted : Result.WrongState, result);
        Assert.Equal(written, bench.Memory.BytesWritten);
        Assert.Equal(1_000_000u, Told(bench).PlungerPpm);
    }

    [Fact]
    [Trait("Requirement", "SR-192")]
    public void Adjustment_is_refused_on_the_skin_and_while_the_needle_is_held_out()
    {
        // Aim: a needle in something does not get another position.
        Bench bench = new();
        bench.Plant.Contact = true;
        Assert.Equal(Result.InContact, bench.Send(Full with { Id = 1 }).Prefix.Result);
        bench.Plant.Contact = false;
        bench.Run(10);
        bench.Send(new CalibrationMoveRequest(1, CalibrationAxis.Needle, 2000));
        bench.Run(100);
        Assert.Equal(DeviceState.Idle, bench.Status.State);
        Assert.Equal(Result.WrongState, bench.Send(Full with { Id = 2 }).Prefix.Result);
        Assert.Equal(2000, bench.Plant.NeedleUm);
        bench.Send(default(RetractRequest));
        bench.Run(100);
        Assert.Equal(Result.Ok, bench.Send(Full with { Id = 2 }).Prefix.Result);
    }

    [Fact]
    [Trait("Requirement", "SR-192")]
    public void Shot_moves_the_steps_of_the_new_scale_and_the_counters_go_on()
    {
        // Aim: 20 µL are 4.2 % more steps now; the volume counter grows by the dose, by the scale that each shot was given under.
        Bench bench = new();
        bench.Arm();
        bench.FireOnce();
        ulong before = bench.Status.VolumeCounterNl;
        bench.Send(new PermitRevokeRequest(bench.Status.PermitIdSeen));
        uint primedNl = bench.Status.PrimedNl;
        Set(bench, Full);
        Assert.Equal((before, primedNl), (bench.Status.VolumeCounterNl, bench.Status.PrimedNl));
        PlungerScale scale = new(bench.Configuration.PlungerStepsPerMl, 1_042_000);
        long steps = scale.StepsIn(Bench.DoseNl);
        Assert.True(steps > bench.Scale.StepsIn(Bench.DoseNl));

        long position = bench.Plant.PlungerSteps;
        Assert.Equal(Result.Ok, bench.Send(bench.NewGrant()).Prefix.Result);
        bench.FireOnce();

        Assert.Equal(steps, bench.Plant.PlungerSteps - position);
        Assert.Equal(before + (ulong)scale.NlIn(steps), bench.Status.VolumeCounterNl);
        ulong after = bench.Status.VolumeCounterNl;
        bench.Reboot();
        bench.Run(3);
        Assert.Equal(after, bench.Status.VolumeCounterNl);
        Assert.Equal(2u, bench.Status.ShotCounter);
        Assert.Equal(after, (ulong)bench.Journal().Sum(entry => entry.VolumeNl));
    }

    [Fact]
    [Trait("Requirement", "SR-192")]
    public void Volume_of_calibration_moves_goes_on_over_a_change_of_scale()
    {
        // Aim: absolute targets stay absolute: what was dispensed under the old scale is not reckoned anew by the other.
        Bench bench = new();
        Dispense(bench, 100_000);
        long old = bench.Plant.PlungerSteps;
        Set(bench, Full);
        Dispense(bench, 100_000);
        Assert.InRange(bench.Plant.PlungerSteps, old, old + 1);
        Dispense(bench, 200_000);
        PlungerScale scale = new(bench.Configuration.PlungerStepsPerMl, 1_042_000);
        Assert.InRange(bench.Plant.PlungerSteps - old, scale.StepsIn(100_000), scale.StepsIn(100_000) + 2);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(-40)]
    [InlineData(500)]
    [InlineData(-500)]
    [Trait("Requirement", "SR-193")]
    public void Needle_goes_to_the_depth_by_calibration_and_never_beyond_the_caps(int offsetUm)
    {
        // Aim: position = depth + offset; neither of them leaves the caps; what entries say is the depth by calibration.
        Bench bench = new();
        Set(bench, Full with { NeedleOffsetUm = offsetUm, BacklashUm = 0 });
        CapabilitiesReply caps = bench.Ask<CapabilitiesRequest, CapabilitiesReply>(default);
        DeviceConfiguration gun = bench.Configuration;
        Assert.Equal((uint)(gun.DepthMinUm + Math.Max(0, -offsetUm)), caps.DepthMinUm);
        Assert.Equal((uint)(gun.DepthMaxUm - Math.Max(0, offsetUm)), caps.DepthMaxUm);

        bench.Plant.DeepestUm = 0;
        bench.MakeReady();
        Assert.InRange(bench.Plant.DeepestUm, 1, 500);
        foreach ((uint depthUm, uint limit) in (ReadOnlySpan<(uint, uint)>)[(caps.DepthMaxUm + 1, caps.DepthMaxUm), (caps.DepthMinUm - 1, caps.DepthMinUm)])
        {
            StatusReply refused = bench.Send(bench.NewGrant(depthUm: depthUm));
            Assert.Equal((Result.DepthCap, limit), (refused.Prefix.Result, refused.Prefix.Limit));
        }

        bench.Plant.DeepestUm = 0;
        bench.Arm();
        bench.FireOnce();
        Assert.Equal((int)Bench.DepthUm + offsetUm, bench.Plant.DeepestUm);
        Assert.Equal(Bench.DepthUm, Assert.Single(bench.Journal()).DepthUm);
        Assert.Equal(DeviceFault.None, bench.Status.Fault);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(-500)]
    [Trait("Requirement", "SR-193")]
    public void Calibration_move_stays_within_home_and_the_cap(int offsetUm)
    {
        // Aim: the furthest targets that exist, and those next to them.
        Bench bench = new();
        Set(bench, Full with { NeedleOffsetUm = offsetUm });
        int least = 1 + Math.Max(0, -offsetUm);
        int most = bench.Configuration.DepthMaxUm - Math.Max(0, offsetUm);
        foreach (int target in (ReadOnlySpan<int>)[least - 1 == 0 ? -1 : least - 1, most + 1])
        {
            Assert.Equal(Result.OutOfRange, bench.Send(new CalibrationMoveRequest(bench.NextMotionId() + 1, CalibrationAxis.Needle, target)).Prefix.Result);
        }

        bench.Plant.DeepestUm = 0;
        MoveNeedle(bench, most);
        Assert.InRange(bench.Plant.DeepestUm, 1, bench.Configuration.DepthMaxUm);
        Assert.Equal(most + offsetUm, bench.Plant.NeedleUm);
    }

    [Fact]
    [Trait("Requirement", "SR-193")]
    public void Needle_with_play_comes_to_every_position_on_its_way_out()
    {
        // Aim: from further out it first goes behind its target, by the play at least, and never deeper than where it was.
        Bench bench = new();
        Set(bench, Full with { NeedleOffsetUm = 0, BacklashUm = 60 });
        MoveNeedle(bench, 3000);
        (int shallowest, int deepest) = Watch(bench, 2000);
        Assert.Equal(2000, bench.Plant.NeedleUm);
        Assert.InRange(shallowest, 2000 - 60 - (2 * Needle.ArrivalUm), 2000 - 60);
        Assert.InRange(deepest, 2000, 3000);

        // Further out nothing is to be taken up; near home it comes from home.
        (shallowest, _) = Watch(bench, 2500);
        Assert.InRange(shallowest, 2000, 2500);
        (shallowest, _) = Watch(bench, 50);
        Assert.InRange(shallowest, 0, 30);
        Assert.Equal(50, bench.Plant.NeedleUm);
        Assert.Equal(DeviceFault.None, bench.Status.Fault);
    }

    [Fact]
    [Trait("Requirement", "SR-192")]
    public void Power_lost_after_any_byte_of_a_set_keeps_the_old_or_the_new_and_never_a_mix()
    {
        // Aim: the first set, and one over another; cut after each byte of all that is written. Counters, entries and boots go on.
        foreach (bool first in (bool[])[true, false])
        {
            long whole = long.MaxValue;
            (int old, int now) = (0, 0);
            for (long bytes = 0; bytes <= whole; bytes++)
            {
                Bench bench = new();
                bench.Arm();
                bench.FireOnce();
                bench.Send(new PermitRevokeRequest(bench.Status.PermitIdSeen));
                CalibrationSetRequest before = new(0, 980_000, -100, 20, 20_500, new CertificateMark(1, 2));
                if (!first)
                {
                    Set(bench, before);
                }

                var held = Told(bench);
                DeviceStatus status = bench.Status;
                long written = bench.Memory.BytesWritten;
                bench.Memory.BytesLeft = bytes;
                bench.Send(Full with { Id = bench.NextMotionId() });
                whole = bytes == 0 ? long.MaxValue : Math.Min(whole, bench.Memory.BytesWritten - written < bytes ? bytes : long.MaxValue);

                bench.Memory.BytesLeft = long.MaxValue;
                for (int boot = 0; boot < 2; boot++)
                {
                    bench.Reboot();
                    bench.Run(3);
                    var told = Told(bench);
                    bool isOld = told == held;
                    Assert.True(isOld || told == (1_042_000u, 40, (ushort)60, 20_800u, Mark), $"After {bytes} bytes it holds {told}.");
                    (old, now) = (old + (isOld ? 1 : 0), now + (isOld ? 0 : 1));
                    Assert.Equal(DeviceFault.None, bench.Status.Fault);
                    Assert.Equal((status.ShotCounter, status.VolumeCounterNl), (bench.Status.ShotCounter, bench.Status.VolumeCounterNl));
                }

                uint ppm = Told(bench).PlungerPpm;
                bench.Arm();
                bench.FireOnce();
                PlungerScale scale = new(bench.Configuration.PlungerStepsPerMl, ppm);
                Assert.Equal(status.VolumeCounterNl + (ulong)scale.NlIn(scale.StepsIn(Bench.DoseNl)), bench.Status.VolumeCounterNl);
            }

            Assert.True(old > 60 && now > 60, $"{old} old, {now} new");
        }
    }

    [Fact]
    [Trait("Requirement", "SR-137")]
    public void Damage_of_both_adjustments_is_latched_for_good()
    {
        // Aim: a device that does not know its scale any more does not take the nominal one for it.
        Bench bench = new();
        Set(bench, Full);
        int at = NonVolatileLayout.AdjustmentSlot(0, bench.Configuration.JournalCapacity) * DurableMemory.RecordSize;
        bench.Memory.Bytes[at + 12] ^= 1;
        bench.Memory.Bytes[at + DurableMemory.RecordSize + 12] ^= 1;
        bench.Reboot();
        bench.Run(3);
        Assert.Equal(DeviceFault.NonVolatileFailed, bench.Status.Fault);
        Assert.Equal(Result.CauseRemains, bench.Send(new FaultClearRequest(bench.Status.FaultSeq)).Prefix.Result);
    }

    [Fact]
    public void Memory_that_fails_during_a_set_latches_and_the_old_holds()
    {
        // Aim: what is not in memory does not hold.
        Bench bench = new();
        bench.Memory.Broken = true;
        Assert.Equal(Result.Faulted, bench.Send(Full with { Id = 1 }).Prefix.Result);
        bench.Run(2);
        Assert.Equal(DeviceFault.NonVolatileFailed, bench.Status.Fault);
        Assert.Equal(1_000_000u, Told(bench).PlungerPpm);
    }

    [Fact]
    public void Scale_of_millionths_rounds_down_both_ways()
    {
        // Aim: exact in whole numbers for every ppm, and never upwards: a dose is not exceeded by rounding.
        Random chance = new(1);
        for (int i = 0; i < 20_000; i++)
        {
            PlungerScale scale = new(chance.NextInt64(1, int.MaxValue), (uint)chance.Next(900_000, 1_100_001));
            long nl = chance.NextInt64(0, 1L << 40);
            long steps = scale.StepsIn(nl);
            Int128 perMl = (Int128)scale.StepsPerMl * scale.Ppm;
            Assert.True(steps * (Int128)1_000_000_000_000 <= nl * perMl && (steps + 1) * (Int128)1_000_000_000_000 > nl * perMl);
            Assert.True(scale.NlIn(steps) <= nl);
        }

        Assert.Equal(new PlungerScale(20_011).StepsIn(12_345_678), (long)(12_345_678L * (Int128)20_011 / 1_000_000));
    }

    private static (uint PlungerPpm, int OffsetUm, ushort BacklashUm, uint DueDay, CertificateMark Certificate) Told(Bench bench)
    {
        IdentityReply told = bench.Ask<IdentityRequest, IdentityReply>(default);
        return (told.PlungerPpm, told.NeedleOffsetUm, told.BacklashUm, told.CalibrationDueDay, told.Certificate);
    }

    private static void Set(Bench bench, CalibrationSetRequest request) =>
        Assert.Equal(Result.Ok, bench.Send(request with { Id = bench.NextMotionId() }).Prefix.Result);

    private static void Dispense(Bench bench, int totalNl)
    {
        Assert.Equal(Result.Ok, bench.Send(new CalibrationMoveRequest(bench.NextMotionId(), CalibrationAxis.Plunger, totalNl)).Prefix.Result);
        for (int i = 0; i < 10; i++)
        {
            bench.Run(30);
            bench.Send(default(StatusRequest));
        }

        Assert.Equal(DeviceState.Idle, bench.Status.State);
    }

    private static void MoveNeedle(Bench bench, int targetUm)
    {
        Assert.Equal(Result.Ok, bench.Send(new CalibrationMoveRequest(bench.NextMotionId(), CalibrationAxis.Needle, targetUm)).Prefix.Result);
        bench.Run(120);
        Assert.Equal(DeviceState.Idle, bench.Status.State);
    }

    /// <summary>Moves the needle and gives the extremes of its way.</summary>
    private static (int Shallowest, int Deepest) Watch(Bench bench, int targetUm)
    {
        (int shallowest, int deepest) = (int.MaxValue, 0);
        Assert.Equal(Result.Ok, bench.Send(new CalibrationMoveRequest(bench.NextMotionId(), CalibrationAxis.Needle, targetUm)).Prefix.Result);
        for (int i = 0; i < 200; i++)
        {
            bench.Run(1);
            (shallowest, deepest) = (Math.Min(shallowest, bench.Plant.NeedleUm), Math.Max(deepest, bench.Plant.NeedleUm));
        }

        Assert.Equal(DeviceState.Idle, bench.Status.State);
        return (shallowest, deepest);
    }
}
