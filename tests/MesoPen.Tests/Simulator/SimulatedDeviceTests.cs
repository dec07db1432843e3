using System.Buffers;
using System.Text.Json;
using MesoPen.Firmware;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

public sealed class SimulatedDeviceTests
{
    [Theory]
    [InlineData("gun-5", OperatorPace.Auto, TriggerMode.Single, 1000, 20_000)]
    [InlineData("gun-5", OperatorPace.Fast, TriggerMode.Single, 1000, 20_000)]
    [InlineData("gun-5", OperatorPace.Auto, TriggerMode.Repeat, 1500, 10_000)]
    [InlineData("gun-5", OperatorPace.Fast, TriggerMode.Continuous, 500, 5_000)]
    [InlineData("gun-9", OperatorPace.Auto, TriggerMode.Single, 1000, 20_500)]
    [InlineData("gun-9", OperatorPace.Fast, TriggerMode.Repeat, 4000, 30_000)]
    [InlineData("pen-1", OperatorPace.Auto, TriggerMode.Single, 4000, 20_000)]
    [InlineData("pen-1", OperatorPace.Fast, TriggerMode.Continuous, 500, 1_000)]
    [Trait("Requirement", "SR-156")]
    public void Zone_of_twenty_shots_journal_equals_truth_within_the_tolerance(
        string profile, OperatorPace pace, TriggerMode mode, int depthUm, int doseNl)
    {
        // Aim: the whole device under a host that shares nothing with the product's: each shot once in journal and truth, and both the same
        // shot; nothing else left the tips but the prime and the drops that the truth names.
        MiniHost host = new(profile, pace);
        host.MakeReady(mode);
        host.Treat(depthUm, doseNl, 20);
        host.ReadJournal();

        ShotTolerance tolerance = ProfileReader.Open(profile).Tolerance;
        JsonElement[] truth = [.. host.Truth.Where(line => line.Has("depth_um"))];
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), truth.Select(line => line.Number("shot")));
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (uint)i), host.Journal.Select(entry => entry.Shot));
        foreach ((ShotEntry said, JsonElement was) in host.Journal.Zip(truth))
        {
            Assert.Equal((ShotOutcome.Delivered, 0, said.Zone), (said.Outcome, said.Fault, (ushort)was.Number("zone")));
            Assert.InRange(was.Number("depth_um"), said.DepthUm - tolerance.DepthUm, said.DepthUm + tolerance.DepthUm);
            long allowed = tolerance.VolumeNl(said.VolumeNl);
            Assert.InRange(was.Number("volume_nl"), said.VolumeNl - allowed, said.VolumeNl + allowed);
        }

        Assert.Equal((long)Math.Round(host.Device.Plant.OutNl), host.Truth.Volume());
        Assert.Equal(20, truth.Select(line => (line.Number("x_um"), line.Number("y_um"))).Distinct().Count());
        Assert.Empty(host.Faults);
    }

    [Theory]
    [InlineData(OperatorPace.Auto, 3.0, 5.0)]
    [InlineData(OperatorPace.Fast, 7.5, 9.0)]
    public void Hundred_points_of_twenty_microlitres_take_a_person_s_time(OperatorPace pace, double least, double most)
    {
        // Aim: a stamp-head face runs at the pace that the profile promises.
        MiniHost host = new("gun-5", pace);
        host.MakeReady();
        long tookMs = host.Treat(1000, 20_000, 100);
        Assert.InRange(100_000.0 / tookMs, least, most);
    }

    [Fact]
    [Trait("Requirement", "SR-153")]
    public void Same_seed_gives_the_same_bytes_and_the_same_truth()
    {
        // Aim: deterministic to the byte, and the seed matters.
        (byte[] sent, byte[] truth) = Run(7);
        (byte[] sentAgain, byte[] truthAgain) = Run(7);
        (_, byte[] otherTruth) = Run(8);
        Assert.True(sent.AsSpan().SequenceEqual(sentAgain));
        Assert.True(truth.AsSpan().SequenceEqual(truthAgain));
        Assert.False(truth.AsSpan().SequenceEqual(otherTruth));

        static (byte[] Sent, byte[] Truth) Run(ulong seed)
        {
            MiniHost host = new("gun-5", OperatorPace.Auto, seed, "occlusion@shot=5,for=200ms");
            host.MakeReady();
            host.Grant(1000, 20_000, 8);
            host.Step(5000);
            return (host.Transcript.ToArray(), [.. host.TruthBytes]);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-070")]
    public void Silent_host_plunger_still_and_needle_home_in_time_by_the_truth()
    {
        // Aim: the lease alone brings everything to rest: within 250 ms + 20 ms the plunger stands, the retract time later the needle is home.
        DeviceProfile profile = ProfileReader.Open("gun-5");
        for (int offset = 0; offset < 120; offset += 7)
        {
            MiniHost host = new("gun-5", OperatorPace.Fast);
            host.MakeReady(TriggerMode.Continuous);
            host.Grant(6000, 100_000, 8);
            host.Step(400 + offset);
            host.FallSilent();
            long silentMs = host.Device.Plant.Ms;
            host.Step(2000);

            long lastFrameMs = host.Truth.Last(line => line.Has("event")).Number("last_frame_ms");
            Assert.InRange(lastFrameMs, silentMs - 60, silentMs);
            Assert.All(
                host.Truth.Where(line => line.IsEvent("plunger_still")),
                line => Assert.True(line.Number("t_ms") <= silentMs + 250 + 20));
            Assert.All(
                host.Truth.Where(line => line.IsEvent("needle_home")),
                line => Assert.True(line.Number("t_ms") <= silentMs + 250 + 20 + profile.Mechanics.RetractMsMax));
            Assert.True(host.Device.Plant.NeedleHome && !host.Device.Plant.PlungerMoving);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-060")]
    public void Stop_at_any_millisecond_of_a_shot_is_seen_by_the_truth_and_kept()
    {
        // Aim: the line "stop_received" stands before what follows from it; 20 ms later the plunger is still, and no stroke begins.
        DeviceProfile profile = ProfileReader.Open("gun-5");
        for (int at = 0; at < 260; at += 9)
        {
            MiniHost host = new("gun-5", OperatorPace.Fast);
            host.MakeReady(TriggerMode.Continuous);
            host.Grant(1000, 50_000, 8);
            host.Step(at);
            host.Send(new StopRequest());
            host.Step(1500);

            long stopMs = Assert.Single(host.Truth, line => line.IsEvent("stop_received")).Number("t_ms");
            Assert.DoesNotContain(host.Truth, line => line.Has("begin_ms") && line.Number("begin_ms") > stopMs);
            Assert.DoesNotContain(host.Truth, line => line.IsEvent("plunger_moves") && line.Number("t_ms") > stopMs + 1);
            Assert.All(host.Truth.Where(line => line.IsEvent("plunger_still")), line => Assert.True(line.Number("t_ms") <= stopMs + 20));
            Assert.All(
                host.Truth.Where(line => line.IsEvent("needle_home")),
                line => Assert.True(line.Number("t_ms") <= stopMs + 20 + profile.Mechanics.RetractMsMax));
        }
    }

    [Fact]
    public void Boots_of_a_device_whose_memory_failed_still_differ()
    {
        // Aim: the salt of each boot is its own, so that a device without memory cannot be taken for its earlier self.
        SimulatedDevice device = new(new SimulationOptions { Profile = ProfileReader.Open("gun-5"), Operator = OperatorPace.Off, Memory = new DeadMemory() });
        HashSet<uint> ids = [device.BootId];
        ArrayBufferWriter<byte> output = new();
        for (int i = 0; i < 10; i++)
        {
            device.CutPower(forMs: 5);
            for (int ms = 0; ms < 10; ms++)
            {
                device.Step(default, output);
            }

            Assert.True(ids.Add(device.BootId));
        }
    }

    [Fact]
    public void Empty_cartridge_is_changed_and_the_treatment_goes_on()
    {
        // Aim: the device asks, the operator changes, the fault can be cleared, and after a prime shots come again.
        MiniHost host = new("gun-5", OperatorPace.Fast);
        host.MakeReady();
        host.Treat(1000, 100_000, 48);
        host.Grant(1000, 100_000, 3);
        Assert.True(host.UntilStatus(s => s.Fault == DeviceFault.CartridgeEmpty), $"{host.Status}");
        Assert.Equal(49u, host.Status.ShotCounter);
        Assert.True(host.UntilStatus(s => s.CartridgeId == 2), $"{host.Status}");
        host.Send(new FaultClearRequest(host.Status.FaultSeq));
        host.MakeReady();
        uint before = host.Status.ShotCounter;
        host.Treat(1000, 20_000, 3);
        Assert.Equal(before + 3, host.Device.Status!.Value.ShotCounter);
        Assert.Contains(host.Truth, line => line.IsEvent("cartridge_in"));
    }

    /// <summary>A memory that reads as erased and takes no write.</summary>
    [Theory]
    [InlineData(false, DeviceKind.Simulated)]
    [InlineData(true, DeviceKind.None)]
    public void Identity_says_that_the_device_is_simulated(bool denies, DeviceKind kind)
    {
        // Aim: no simulated device passes for a real one, unless a test asks it to; then it is as firmware from before the field.
        using SimulatedDevice device = new(new SimulationOptions { Profile = ProfileReader.Open("gun-5"), DeniesSimulated = denies });
        byte[] frame = new byte[FrameWriter.FrameMax];
        int length = FrameWriter.Write(frame, new FrameHeader(1, MessageType.Identity, 1, 0), default(IdentityRequest));
        ArrayBufferWriter<byte> said = new();
        device.Step(frame.AsSpan(0, length), said);

        FrameReader reader = new();
        ReadOnlySpan<byte> rest = said.WrittenSpan;
        IdentityReply? reply = null;
        while (reader.TryRead(ref rest, out Frame heard))
        {
            reply = heard.Header.Type == MessageType.Identity.Reply() && IdentityReply.TryRead(heard.Payload, out IdentityReply read, out _) ? read : reply;
        }

        Assert.Equal(kind, reply?.Kind);
    }

    private sealed class DeadMemory : INonVolatile
    {
        public int Length => RamMemory.DefaultLength;

        public void Read(int offset, Span<byte> destination) => destination.Fill(0xFF);

        public void Write(int offset, ReadOnlySpan<byte> source) => throw new IOException("The memory failed.");
    }
}
