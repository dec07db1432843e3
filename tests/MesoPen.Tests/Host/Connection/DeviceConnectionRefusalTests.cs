using MesoPen.Host.Connection;
using MesoPen.Protocol;

namespace MesoPen.Tests.Host.Connection;

public sealed class DeviceConnectionRefusalTests
{
    [Theory]
    [InlineData(2, 3, "The device at memory:1 speaks protocol versions 2 to 3, expected version 1: update this software.")]
    [InlineData(0, 0, "The device at memory:1 speaks protocol version 0, expected version 1: update the device's firmware.")]
    [Trait("Requirement", "SR-078")]
    public void Device_of_another_protocol_version_is_refused(byte min, byte max, string sentence)
    {
        // Aim: no version in common is final, and says who must be updated.
        using ConnectionBench bench = new();
        (bench.Device.VersionMin, bench.Device.VersionMax) = (min, max);
        ExpectRefusal(bench, RefusalKind.ProtocolVersion, sentence);
    }

    [Fact]
    public void Device_that_speaks_more_versions_is_taken_at_the_hosts()
    {
        // Aim: a later device that still speaks version 1 is no stranger.
        using ConnectionBench bench = new();
        bench.Device.VersionMax = 9;
        bench.Connect();
    }

    [Fact]
    [Trait("Requirement", "SR-078")]
    public void Device_of_another_model_is_refused()
    {
        // Aim: what the plan's profile says must be what the device says.
        using ConnectionBench bench = new(expected: new ExpectedDevice(Model: "pen-1"));
        ExpectRefusal(
            bench, RefusalKind.Model, "The device at memory:1 is a gun-5, expected a pen-1: connect the right device, or choose its profile.");
    }

    [Fact]
    [Trait("Requirement", "SR-078")]
    public void Device_with_another_head_is_refused()
    {
        // Aim: a dose is for the whole head; a single needle must not give what nine should share.
        using ConnectionBench bench = new(expected: new ExpectedDevice("gun-5", Needles: 9));
        ExpectRefusal(
            bench, RefusalKind.Model, "The device at memory:1 has a head with needles: 5, expected 9 as its profile states: fit that head, or choose its profile.");
    }

    [Fact]
    [Trait("Requirement", "SR-078")]
    public void Device_with_another_serial_is_refused()
    {
        // Aim: the device that the user named, and no other of its kind.
        using ConnectionBench bench = new(expected: new ExpectedDevice("gun-5", "MP-0009"));
        ExpectRefusal(
            bench, RefusalKind.Serial, "The device at memory:1 has serial MP-0007, expected serial MP-0009: connect that device.");
    }

    [Fact]
    [Trait("Requirement", "SR-078")]
    public void Device_exchanged_during_a_run_is_refused()
    {
        // Aim: though nobody named a serial, the device that comes back must be the one that went.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.RunMs(3000);
        bench.Device.Serial = "MP-0008";
        bench.Line.Cut("pulled");
        bench.RunMs(1000);
        Assert.Equal(RefusalKind.Serial, Assert.Single(bench.Log.Refusals).Kind);
        Assert.Contains("expected serial MP-0007 as when this run began", bench.Log.Refusals[0].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeviceKind.Simulated, DeviceKind.None, "is real, expected a simulated one as when this run began")]
    [InlineData(DeviceKind.None, DeviceKind.Simulated, "is simulated, expected a real one as when this run began")]
    [Trait("Requirement", "SR-078")]
    public void Device_exchanged_for_a_simulated_one_or_back_is_refused(DeviceKind first, DeviceKind then, string sentence)
    {
        // Aim: with the serial of the other, what says "no patient" never stands over a needle.
        using ConnectionBench bench = new();
        bench.Device.Kind = first;
        bench.Connect();
        Assert.Equal(first == DeviceKind.Simulated, Assert.Single(bench.Log.Facts).Simulated);
        bench.RunMs(3000);
        bench.Device.Kind = then;
        bench.Line.Cut("pulled");
        bench.RunMs(1000);
        Assert.Contains(sentence, Assert.Single(bench.Log.Refusals).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "SR-106")]
    public void Device_whose_lifetime_counter_went_back_is_refused()
    {
        // Aim: limits are absolutes of that counter; one that was put back would let shots be given twice.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.Device.ShotCounter = 47;
        bench.RunMs(3000);
        bench.Device.ShotCounter = 46;
        bench.Device.BootId++;
        bench.RunMs(3000);
        Assert.Equal(RefusalKind.MemoryLost, Assert.Single(bench.Log.Refusals).Kind);
        Assert.Contains("counts 46 shots in its life, expected at least 47", bench.Log.Refusals[0].Sentence, StringComparison.Ordinal);
    }

    private static void ExpectRefusal(ConnectionBench bench, RefusalKind kind, string sentence)
    {
        bench.Start();
        bench.RunMs(60_000);
        ConnectionRefusal refusal = Assert.Single(bench.Log.Refusals);
        Assert.Equal((kind, sentence), (refusal.Kind, refusal.Sentence));
        Assert.Equal(1, bench.Line.Openings);
        Assert.Empty(bench.Log.Facts);
        Assert.Null(bench.Virtual.Loop.NextDueTimestamp);
    }
}
