using MesoPen.Host.Calibration;
using MesoPen.Host.Connection;
using MesoPen.Protocol;
using MesoPen.Tests.Host.Connection;
using MesoPen.Tests.Time;

namespace MesoPen.Tests.Host.Calibration;

/// <summary>The bench's way to a device, with the real firmware at the other end of the line, on virtual time.</summary>
public sealed class LoopCalibrationDeviceTests
{
    private const string Sha = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static readonly DeviceScale Scale = new(1_042_000, 40, 60);

    // gun-5: 20,000 steps for a millilitre.
    private const double NlPerStep = 50;

    [Fact]
    public void Needle_goes_where_it_is_sent_is_held_there_and_comes_home()
    {
        // Aim: the call ends when the needle stands; the connection's own statuses keep it there for as long as somebody reads a gauge.
        using Bed bed = new();
        bed.Run(async device =>
        {
            foreach (int depthUm in (int[])[1000, 3000, 2000, 250])
            {
                await device.MoveNeedleAsync(depthUm);
                Assert.InRange(bed.Line.Gun.Plant.NeedleUm, depthUm - 20, depthUm + 20);
                await Task.Delay(TimeSpan.FromSeconds(2), bed.Virtual.Loop);
                Assert.InRange(bed.Line.Gun.Plant.NeedleUm, depthUm - 20, depthUm + 20);
            }

            await device.MoveNeedleAsync(0);
            Assert.True((await device.StatusAsync()).Flags.HasFlag(DeviceFlags.NeedleHome));
        });
    }

    [Theory]
    [InlineData(250)]
    [InlineData(1000)]
    public void Silence_that_takes_a_held_needle_home_is_counted(int depthUm)
    {
        // Aim: a held needle that went home meanwhile is told from one that was held, near home too, where the home switch does not tell; quiet lines count nothing.
        using Bed bed = new();
        bed.Run(async device =>
        {
            await device.MoveNeedleAsync(depthUm);
            long before = device.Interruptions;
            await Task.Delay(TimeSpan.FromSeconds(3), bed.Virtual.Loop);
            await device.StatusAsync();
            Assert.Equal(before, device.Interruptions);

            bed.Line.LostPermille = 1000;
            await Task.Delay(TimeSpan.FromMilliseconds(400), bed.Virtual.Loop);
            Assert.InRange(bed.Line.Gun.Plant.NeedleUm, -5, 20);
            bed.Line.LostPermille = 0;
            await device.StatusAsync();
            Assert.NotEqual(before, device.Interruptions);
        });
    }

    [Fact]
    public void Volumes_are_absolute_and_what_was_delivered_is_told()
    {
        // Aim: asked again nothing moves; a step at most is missing; beyond the cap is refused with nothing moved.
        using Bed bed = new();
        bed.Run(async device =>
        {
            uint boot = (await device.FactsAsync()).BootId;
            long before = bed.Line.Gun.Plant.PlungerSteps;
            Assert.InRange(await device.DispenseAsync(100_000, boot), 99_900, 100_100);
            Assert.InRange(await device.DispenseAsync(100_000, boot), 0, 1);
            Assert.InRange(await device.DispenseAsync(150_000, boot), 49_900, 50_100);
            Assert.InRange((bed.Line.Gun.Plant.PlungerSteps - before) * NlPerStep, 149_900, 150_150);
            CalibrationDeviceException refused = await Assert.ThrowsAsync<CalibrationDeviceException>(() => device.DispenseAsync(100_000_000, boot));
            Assert.Equal(CalibrationDeviceTrouble.Refused, refused.Trouble);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Requirement", "SR-192")]
    public void Bad_line_moves_and_sets_nothing_twice(int seed)
    {
        // Aim: frames lost, doubled and late in both directions: the plunger is where the sum says, and the adjustment is the one that was set.
        using Bed bed = new(seed);
        (bed.Line.LostPermille, bed.Line.DoubledPermille, bed.Line.LatePermille, bed.Line.LateMs) = (100, 200, 100, 120);
        bed.Run(async device =>
        {
            uint boot = (await device.FactsAsync()).BootId;
            long before = bed.Line.Gun.Plant.PlungerSteps;
            long told = 0;
            for (int shot = 1; shot <= 10; shot++)
            {
                told += await device.DispenseAsync(shot * 20_000, boot);
            }

            Assert.InRange((bed.Line.Gun.Plant.PlungerSteps - before) * NlPerStep, 199_900, 200_150);
            Assert.InRange(told, 199_900, 200_150);
            DeviceFacts facts = await device.SetCalibrationAsync(Scale, 24_000, Sha);
            Assert.Equal((Scale, 24_000u, Sha[..32]), (facts.Scale, facts.CalibrationDueDay, facts.Certificate));
            await device.MoveNeedleAsync(1500);
            Assert.InRange(bed.Line.Gun.Plant.NeedleUm, 1520, 1560);
        });
    }

    [Fact]
    [Trait("Requirement", "SR-192")]
    public void Adjustment_set_over_a_power_cut_at_any_moment_is_set_in_the_end()
    {
        // Aim: the power goes some ms after the call and comes back: the call goes on by itself, and the device holds all of it.
        for (int afterMs = 0; afterMs < 60; afterMs += 3)
        {
            using Bed bed = new();
            bed.Run(async device =>
            {
                Assert.True((await device.FactsAsync()).TakesCalibration);
                Task<DeviceFacts> setting = device.SetCalibrationAsync(Scale, 24_000, Sha);
                await Task.Delay(TimeSpan.FromMilliseconds(afterMs), bed.Virtual.Loop);
                bed.Line.Gun.CutPower(80);
                await setting;
                DeviceFacts facts = await device.FactsAsync();
                Assert.Equal((Scale, 24_000u, Sha[..32]), (facts.Scale, facts.CalibrationDueDay, facts.Certificate));
            });
        }
    }

    [Fact]
    public void Volume_interrupted_by_a_reset_is_void()
    {
        // Aim: after a reset the device counts from 0: going on would dispense it all again.
        using Bed bed = new();
        bed.Run(async device =>
        {
            uint boot = (await device.FactsAsync()).BootId;
            Task<long> dispensing = device.DispenseAsync(400_000, boot);
            await Task.Delay(TimeSpan.FromMilliseconds(100), bed.Virtual.Loop);
            bed.Line.Gun.CutPower(50);
            CalibrationDeviceException failure = await Assert.ThrowsAsync<CalibrationDeviceException>(() => dispensing);
            Assert.Equal(CalibrationDeviceTrouble.Reset, failure.Trouble);
            long stands = bed.Line.Gun.Plant.PlungerSteps;
            await Assert.ThrowsAsync<CalibrationDeviceException>(() => device.DispenseAsync(400_000, boot));
            Assert.Equal(stands, bed.Line.Gun.Plant.PlungerSteps);
        });
    }

    [Fact]
    public void Stopped_device_says_so_until_it_is_cleared()
    {
        // Aim: a latched fault ends the call with its number; cleared, the bench goes on.
        using Bed bed = new();
        bed.Run(async device =>
        {
            await device.FactsAsync();
            bed.Line.Gun.Plant.StopButton = true;
            await Task.Delay(TimeSpan.FromMilliseconds(50), bed.Virtual.Loop);
            CalibrationDeviceException failure = await Assert.ThrowsAsync<CalibrationDeviceException>(() => device.MoveNeedleAsync(1000));
            Assert.Equal((CalibrationDeviceTrouble.Faulted, DeviceFault.StopButton), (failure.Trouble, failure.Fault));
            failure = await Assert.ThrowsAsync<CalibrationDeviceException>(() => device.ClearFaultAsync());
            Assert.Equal(CalibrationDeviceTrouble.Faulted, failure.Trouble);
            bed.Line.Gun.Plant.StopButton = false;
            await Task.Delay(TimeSpan.FromMilliseconds(50), bed.Virtual.Loop);
            await device.ClearFaultAsync();
            await device.MoveNeedleAsync(1000);
        });
    }

    [Fact]
    public void Firmware_from_before_is_told_apart()
    {
        // Aim: a device that knows no calibration requests is no broken link: the engineer is told to update it.
        VirtualLoop loop = new();
        MemoryLine line = new(loop.Loop, new FakeDevice());
        LoopCalibrationDevice device = new(loop.Loop, line.NewLink, new ExpectedDevice(), new Random(1));
        loop.Run(async () =>
        {
            device.Start();
            Assert.False((await device.FactsAsync()).TakesCalibration);
            CalibrationDeviceException failure = await Assert.ThrowsAsync<CalibrationDeviceException>(() => device.MoveNeedleAsync(1000));
            Assert.Equal(CalibrationDeviceTrouble.TooOld, failure.Trouble);
            await device.DisposeAsync();
        });
    }

    [Fact]
    public void Device_that_does_not_come_is_away()
    {
        // Aim: nobody waits for ever.
        VirtualLoop loop = new();
        MemoryLine line = new(loop.Loop, new FakeDevice()) { Absent = "Nothing is there." };
        LoopCalibrationDevice device = new(loop.Loop, line.NewLink, new ExpectedDevice(), new Random(1));
        loop.Run(async () =>
        {
            device.Start();
            CalibrationDeviceException failure = await Assert.ThrowsAsync<CalibrationDeviceException>(() => device.FactsAsync());
            Assert.Equal(CalibrationDeviceTrouble.Away, failure.Trouble);
            await device.DisposeAsync();
        });
    }

    /// <summary>A gun that nobody holds, on a line.</summary>
    private sealed class Bed : IDisposable
    {
        private readonly LoopCalibrationDevice _device;

        public Bed(int seed = 1)
        {
            Line = new GunLine(Virtual, seed);
            _device = new LoopCalibrationDevice(Virtual.Loop, Line.NewLink, new ExpectedDevice(), new Random(seed));
        }

        public VirtualLoop Virtual { get; } = new();

        public GunLine Line { get; }

        public void Run(Func<ICalibrationDevice, Task> work) => Virtual.Run(
            async () =>
            {
                _device.Start();
                await work(_device);
                await _device.DisposeAsync();
            },
            TimeSpan.FromMinutes(5));

        public void Dispose() => Line.Dispose();
    }
}
