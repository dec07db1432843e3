using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class NonVolatileTests
{
    [Fact]
    [Trait("Requirement", "SR-103")]
    public void Power_lost_after_any_byte_written_in_a_shot_is_recovered_from()
    {
        // Aim: whichever byte is the last one written, what the plunger moved is in the counter after the next boot; and a shot
        // whose beginning is not whole in memory has not moved the needle.
        long whole = BytesOfAShot();
        int notBegun = 0;
        for (long bytes = 0; bytes <= whole; bytes++)
        {
            Bench bench = new();
            bench.Arm();
            long before = bench.Plant.PlungerSteps;
            bench.Plant.DeepestUm = 0;
            bench.Memory.BytesLeft = bytes;
            bench.Plant.Contact = true;
            bench.Plant.Trigger = true;
            bench.Run(200);
            long moved = bench.Plant.PlungerSteps - before;

            bench.Memory.BytesLeft = long.MaxValue;
            bench.Reboot();
            bench.Run(10);
            Assert.Equal((ulong)bench.Scale.NlIn(moved), bench.Status.VolumeCounterNl);
            Assert.Equal(DeviceFault.None, bench.Status.Fault);
            ShotEntry[] journal = bench.Journal();
            Assert.Equal(bench.Status.ShotCounter, (uint)journal.Length);
            Assert.Equal((ulong)bench.Scale.NlIn(moved), (ulong)journal.Sum(entry => entry.VolumeNl));
            if (journal.Length == 0)
            {
                notBegun++;
                Assert.Equal(0, bench.Plant.DeepestUm);
            }
        }

        Assert.InRange(notBegun, 50, DurableMemory.RecordSize);
    }

    [Fact]
    public void Power_lost_after_any_byte_written_in_a_boot_is_recovered_from()
    {
        // Aim: the bank that was not being written holds; counters, journal and acknowledgement are as before, and boot ids do
        // not repeat.
        for (int bytes = 0; bytes <= DurableMemory.RecordSize; bytes++)
        {
            Bench bench = new();
            HashSet<uint> bootIds = [bench.Device.BootId];
            bench.Arm();
            bench.FireOnce();
            bench.FireOnce();
            bench.Send(new JournalAckRequest(1));
            DeviceStatus before = bench.Status;

            bench.Memory.BytesLeft = bytes;
            bench.Reboot();
            bench.Run(3);
            bool cut = bytes < DurableMemory.RecordSize;
            Assert.Equal(cut ? DeviceFault.NonVolatileFailed : DeviceFault.None, bench.Status.Fault);
            bootIds.Add(bench.Device.BootId);

            bench.Memory.BytesLeft = long.MaxValue;
            bench.Reboot();
            bench.Run(3);
            Assert.True(bootIds.Add(bench.Device.BootId));
            Assert.Equal(DeviceFault.None, bench.Status.Fault);
            Assert.Equal(before.ShotCounter, bench.Status.ShotCounter);
            Assert.Equal(before.VolumeCounterNl, bench.Status.VolumeCounterNl);
            Assert.Equal(2u, bench.Status.JournalFirst);
            Assert.Equal(2, bench.Journal().Length);
        }
    }

    [Fact]
    public void Power_lost_after_any_byte_of_the_first_boot_leaves_a_new_memory()
    {
        // Aim: a device that lost power while it was born is born again.
        for (int bytes = 0; bytes < DurableMemory.RecordSize; bytes++)
        {
            BenchMemory memory = new(NonVolatileLayout.RequiredLength(BenchConfiguration.Gun)) { BytesLeft = bytes };
            BenchPlant plant = new(BenchConfiguration.Gun);
            _ = new Device(BenchConfiguration.Gun, plant, memory, 1);
            memory.BytesLeft = long.MaxValue;
            Device device = new(BenchConfiguration.Gun, plant, memory, 2);
            Assert.Equal(DeviceFault.None, device.Status.Fault);
            Assert.Equal(0u, device.Status.ShotCounter);
            Assert.NotEqual(0u, device.BootId);
        }
    }

    [Fact]
    public void Erased_flash_is_a_new_memory()
    {
        // Aim: all ones as well as all zeros.
        BenchMemory memory = new(NonVolatileLayout.RequiredLength(BenchConfiguration.Gun));
        memory.Bytes.Fill(0xFF);
        Bench bench = new();
        Device device = new(BenchConfiguration.Gun, bench.Plant, memory, 5);
        device.Tick(1, default, new System.Buffers.ArrayBufferWriter<byte>());
        Assert.Equal(DeviceFault.None, device.Status.Fault);
        Assert.Equal(1u, device.Status.JournalFirst);
    }

    [Theory]
    [InlineData("both banks")]
    [InlineData("lost entry")]
    [InlineData("other layout")]
    [Trait("Requirement", "SR-137")]
    public void Memory_that_is_not_whole_is_latched_for_good_and_grants_nothing(string what)
    {
        // Aim: where the truth about past shots is lost, there are no further shots.
        Bench bench = new();
        bench.Arm();
        bench.FireOnce();
        bench.FireOnce();
        bench.FireOnce();
        DeviceConfiguration configuration = bench.Configuration;
        switch (what)
        {
            case "both banks":
                bench.Memory.Bytes[..128].Fill(0x5A);
                break;
            case "lost entry":
                bench.Memory.Bytes.Slice(NonVolatileLayout.EndSlot(2, 12) * DurableMemory.RecordSize, 64).Fill(0x5A);
                break;
            default:
                configuration = configuration with { JournalCapacity = 10 };
                break;
        }

        byte[] image = bench.Memory.Bytes.ToArray();
        bench.Reboot(configuration);
        bench.Run(3);
        Assert.Equal(DeviceFault.NonVolatileFailed, bench.Status.Fault);
        Assert.Equal(Result.CauseRemains, bench.Send(new FaultClearRequest(bench.Status.FaultSeq)).Prefix.Result);
        Assert.Equal(Result.Faulted, bench.Send(bench.NewGrant()).Prefix.Result);
        Assert.Equal(image, bench.Memory.Bytes.ToArray());
    }

    [Fact]
    public void Lost_entry_that_was_acknowledged_is_no_loss()
    {
        // Aim: only what the host has not stored matters.
        Bench bench = new();
        bench.Arm();
        bench.FireOnce();
        bench.FireOnce();
        bench.Send(new JournalAckRequest(1));
        bench.Memory.Bytes.Slice(NonVolatileLayout.EndSlot(1, 12) * DurableMemory.RecordSize, 64).Fill(0x5A);
        bench.Reboot();
        bench.Run(3);
        Assert.Equal(DeviceFault.None, bench.Status.Fault);
        Assert.Equal(2u, Assert.Single(bench.Journal()).Shot);
    }

    [Fact]
    [Trait("Requirement", "SR-103")]
    [Trait("Requirement", "SR-137")]
    public void Memory_that_fails_aloud_before_a_shot_moves_nothing()
    {
        // Aim: intent first; without it the needle stays.
        Bench bench = new();
        bench.Arm();
        bench.Memory.Broken = true;
        bench.Plant.DeepestUm = 0;
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.Run(200);
        Assert.Equal(DeviceFault.NonVolatileFailed, bench.Status.Fault);
        Assert.Equal(0, bench.Plant.DeepestUm);
        Assert.Equal(0u, bench.Status.ShotCounter);
    }

    [Fact]
    public void Memory_that_fails_in_mid_shot_holds_the_entry_back_until_a_boot_settles_it()
    {
        // Aim: an entry that is not in memory is not given out, and no event says that it is.
        Bench bench = new();
        bench.Arm();
        long before = bench.Plant.PlungerSteps;
        bench.BeginShot();
        bench.Memory.Broken = true;
        bench.Run(200);
        Assert.Equal(DeviceFault.NonVolatileFailed, bench.Status.Fault);
        Assert.Empty(bench.Journal());
        Assert.Empty(bench.ShotEvents);
        ulong counted = bench.Status.VolumeCounterNl;
        Assert.Equal((ulong)bench.Scale.NlIn(bench.Plant.PlungerSteps - before), counted);
        bench.Memory.Broken = false;
        bench.Reboot();
        bench.Run(10);
        Assert.Equal(counted, Assert.Single(bench.Journal()).VolumeNl);
        Assert.Equal(counted, bench.Status.VolumeCounterNl);
    }

    [Fact]
    public void Memory_too_small_is_refused()
    {
        // Aim: a wrong board is found at once.
        DeviceConfiguration gun = BenchConfiguration.Gun;
        BenchMemory memory = new(NonVolatileLayout.RequiredLength(gun) - 1);
        Assert.Throws<ArgumentException>(() => new Device(gun, new BenchPlant(gun), memory, 1));
    }

    private static long BytesOfAShot()
    {
        Bench bench = new();
        bench.Arm();
        long before = bench.Memory.BytesWritten;
        bench.FireOnce();
        return bench.Memory.BytesWritten - before;
    }
}
