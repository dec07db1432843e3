using System.Buffers;
using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class DeviceWireTests
{
    [Theory]
    [InlineData(1, 1, Result.Ok, 1)]
    [InlineData(0, 255, Result.Ok, 1)]
    [InlineData(2, 9, Result.BadVersion, 0)]
    [InlineData(0, 0, Result.BadVersion, 0)]
    public void Hello_agrees_on_the_highest_version_in_common(byte low, byte high, Result result, byte version)
    {
        // Aim: negotiation, with any version in the header.
        Bench bench = new();
        HelloReply reply = bench.Ask<HelloRequest, HelloReply>(new HelloRequest(low, high, 0xFEED), bootId: 0, version: 7);
        Assert.Equal(result, reply.Prefix.Result);
        Assert.Equal(version, reply.Version);
        Assert.Equal(0xFEEDu, reply.Nonce);
        Assert.Equal((1, 1), (reply.VersionMin, reply.VersionMax));
    }

    [Fact]
    public void Identity_and_capabilities_are_the_configuration()
    {
        // Aim: every field from its own source.
        Bench bench = new();
        IdentityReply identity = bench.Ask<IdentityRequest, IdentityReply>(default, bootId: 0);
        Assert.Equal(("bench-5", "B-0001"), (identity.Model, identity.Serial));
        Assert.Equal((5, 20_000u, DeviceKind.None), (identity.Needles, identity.CalibrationDueDay, identity.Kind));
        CapabilitiesReply caps = bench.Ask<CapabilitiesRequest, CapabilitiesReply>(default, bootId: 0);
        Assert.Equal(
            new CapabilitiesReply(caps.Prefix, 250, 6000, 5000, 100_000, 500, 112, 250, 8, 12, 5_000_000, 500_000, 7, 5),
            caps);
        Assert.Equal(bench.NowMs, caps.Prefix.DeviceMs);
    }

    [Fact]
    public void Request_in_another_version_is_refused_and_changes_nothing()
    {
        // Aim: the header's version counts for all but hello and stop.
        Bench bench = new();
        Assert.Equal(Result.BadVersion, bench.Send(default(StatusRequest), version: 2).Prefix.Result);
        Assert.Equal(Result.BadVersion, bench.Send(new SelfTestRequest(1), version: 2).Prefix.Result);
        Assert.Equal(Result.BadVersion, bench.Ask<IdentityRequest, IdentityReply>(default, version: 2).Prefix.Result);
        Assert.Equal(Result.BadVersion, bench.Ask<CapabilitiesRequest, CapabilitiesReply>(default, version: 2).Prefix.Result);
        JournalReadReply journal = bench.Ask<JournalReadRequest, JournalReadReply>(new JournalReadRequest(1, 7), version: 2);
        Assert.Equal(Result.BadVersion, journal.Prefix.Result);
        Assert.Equal(DeviceState.Idle, bench.Status.State);
    }

    [Theory]
    [InlineData(MessageType.PermitGrant)]
    [InlineData(MessageType.PermitRenew)]
    [InlineData(MessageType.PermitRevoke)]
    [InlineData(MessageType.TriggerMode)]
    [InlineData(MessageType.Prime)]
    [InlineData(MessageType.Retract)]
    [InlineData(MessageType.SelfTest)]
    [InlineData(MessageType.CalibrationMove)]
    [InlineData(MessageType.JournalAck)]
    [InlineData(MessageType.FaultClear)]
    [Trait("Requirement", "SR-008")]
    public void Request_that_changes_something_is_refused_for_another_boot(MessageType type)
    {
        // Aim: the list of the page, by type number; the payload is long enough for each.
        Bench bench = new();
        byte[] frame = new byte[FrameWriter.FrameMax];
        foreach (uint bootId in new[] { 0u, bench.Device.BootId + 1 })
        {
            FrameHeader header = new(1, type, 77, bootId);
            bench.PostBytes(frame.AsSpan(0, FrameWriter.Write(frame, header, new byte[40])));
            bench.Inbox.Clear();
            bench.Run(1);
            Heard reply = Assert.Single(bench.Inbox);
            Assert.Equal(Result.WrongBoot, reply.As<StatusReply>().Prefix.Result);
            Assert.Equal(77, reply.Header.Seq);
            Assert.Equal(bench.Device.BootId, reply.Header.BootId);
        }
    }

    [Fact]
    public void Payload_too_short_is_malformed_and_one_too_long_is_read_from_its_front()
    {
        // Aim: later versions append; shorter ones do not exist.
        Bench bench = new();
        byte[] frame = new byte[FrameWriter.FrameMax];
        FrameHeader header = new(1, MessageType.SelfTest, 5, bench.Device.BootId);
        bench.PostBytes(frame.AsSpan(0, FrameWriter.Write(frame, header, [1, 0, 0])));
        bench.PostBytes(frame.AsSpan(0, FrameWriter.Write(frame, header, [1, 0, 0, 0, 9, 9, 9])));
        bench.Run(1);
        Result[] results = [.. bench.Results];
        Assert.Equal([Result.Malformed, Result.Ok], results);
    }

    [Fact]
    public void Replies_and_events_that_come_to_the_device_are_ignored()
    {
        // Aim: a looped-back line does not make the device talk to itself.
        Bench bench = new();
        byte[] frame = new byte[FrameWriter.FrameMax];
        bench.Inbox.Clear();
        foreach (byte type in new byte[] { 0x00, 0x40, 0x5F, 0x60, 0x80, 0x93, 0xFF })
        {
            bench.PostBytes(frame.AsSpan(0, FrameWriter.Write(frame, new FrameHeader(1, (MessageType)type, 1, 0), new byte[40])));
        }

        bench.Run(1);
        Assert.Empty(bench.Inbox);
        Assert.Equal(DeviceState.Idle, bench.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-075")]
    public void Bad_frames_are_counted_and_not_answered()
    {
        // Aim: frames_bad, in the status.
        Bench bench = new();
        byte[] bytes = bench.Bytes(default(StatusRequest));
        bytes[3] ^= 0x10;
        bench.Inbox.Clear();
        bench.PostBytes(bytes);
        bench.PostBytes([0, 0, 0]);
        bench.Run(1);
        Assert.Empty(bench.Inbox);
        Assert.Equal(1, bench.Send(default(StatusRequest)).Status.FramesBad);
    }

    [Fact]
    public void State_event_comes_for_each_change_it_promises_and_for_none_else()
    {
        // Aim: state, flags 2 to 7 and the live permit; not the needle and the plunger.
        Bench bench = new();
        bench.MakeReady();
        bench.Run(50);
        bench.Inbox.Clear();
        bench.Run(200);
        Assert.Empty(bench.Inbox);
        bench.Plant.Contact = true;
        bench.Run(20);
        bench.Plant.Trigger = true;
        bench.Run(20);
        bench.Plant.Contact = false;
        bench.Plant.Trigger = false;
        bench.Run(20);
        const DeviceFlags Hands = DeviceFlags.Contact | DeviceFlags.TriggerPressed;
        DeviceFlags[] flags = [.. bench.Inbox.Select(heard => heard.As<StateEvent>().Status.Flags & Hands)];
        Assert.Equal([DeviceFlags.Contact, DeviceFlags.Contact | DeviceFlags.TriggerPressed, DeviceFlags.None], flags);
        ushort[] seqs = [.. bench.Inbox.Select(heard => heard.Header.Seq)];
        Assert.Equal(seqs.Select((_, i) => (ushort)(seqs[0] + i)), seqs);
    }

    [Fact]
    public void Device_works_over_the_wrap_of_its_clock()
    {
        // Aim: leases, shots and ages across device_ms 2^32.
        Bench bench = new(startMs: uint.MaxValue - 1500);
        bench.Arm(8, TriggerMode.Continuous);
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.RunUntil(() => bench.Status.ShotCounter == 8, 4000);
        bench.Run(2000);
        Assert.True(bench.NowMs < 5000);
        Assert.Equal(DeviceState.Armed, bench.Status.State);
        Assert.Equal(DeviceFault.None, bench.Status.Fault);
        Assert.All(bench.Journal(), entry => Assert.Equal(ShotOutcome.Delivered, entry.Outcome));
        bench.Renewing = false;
        bench.Run(260);
        Assert.Equal(DisarmReason.Lapsed, bench.Status.DisarmReason);
    }

    [Fact]
    public void Lease_that_spans_the_wrap_lapses_when_it_should()
    {
        // Aim: the very millisecond, with the end of the lease beyond 2^32.
        Bench bench = new(startMs: uint.MaxValue - 1000) { Renewing = false };
        bench.MakeReady();
        bench.Run((int)(uint.MaxValue - bench.NowMs) - 100);
        bench.Send(bench.NewGrant(leaseMs: 200));
        bench.Run(198);
        Assert.Equal(DeviceState.Armed, bench.Status.State);
        bench.Run(1);
        Assert.Equal(DisarmReason.Lapsed, bench.Status.DisarmReason);
    }

    [Fact]
    public void Tick_allocates_nothing_in_steady_state()
    {
        // Aim: continuous shots, renewals, status requests and journal traffic for ten seconds, measured around the ticks alone.
        Bench bench = new();
        bench.Arm(8, TriggerMode.Continuous);
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        ArrayBufferWriter<byte> output = new(1 << 14);
        byte[] input = new byte[1 << 12];
        uint nowMs = bench.NowMs;
        uint permitId = bench.Status.PermitId;
        long allocated = 0;
        for (int ms = 0; ms < 10_000; ms++)
        {
            bench.Plant.Step();
            nowMs++;
            int length = Write(input, bench.Device, nowMs, ms, ref permitId);
            output.ResetWrittenCount();
            long before = GC.GetAllocatedBytesForCurrentThread();
            bench.Device.Tick(nowMs, input.AsSpan(0, length), output);
            long after = GC.GetAllocatedBytesForCurrentThread();
            allocated += ms < 1000 ? 0 : after - before;
        }

        Assert.Equal(0, allocated);
        Assert.InRange(bench.Device.Status.ShotCounter, 60u, 90u);
    }

    [Fact]
    [Trait("Requirement", "SR-071")]
    public void Configuration_that_cannot_be_kept_is_refused()
    {
        // Aim: a lease above the page's limit, a text too long, a dose below a step, and so on, each by name.
        DeviceConfiguration gun = BenchConfiguration.Gun;
        DeviceConfiguration[] bad =
        [
            gun with { LeaseMaxMs = 251 },
            gun with { Model = new string('x', 33) },
            gun with { Serial = "é" },
            gun with { PlungerStepsPerMl = 100 },
            gun with { DepthMinUm = 7000 },
            gun with { PermitShotsMax = 13 },
            gun with { JournalCapacity = 1 },
            gun with { FlowNlPerS = 1 },
            gun with { TriggerModes = 0 },
            gun with { MinIntervalMs = 0 },
        ];
        Assert.All(bad, configuration => Assert.Throws<ArgumentException>(() =>
            new Device(configuration, new BenchPlant(gun), new BenchMemory(1 << 16), 1)));
    }

    private static int Write(byte[] into, Device device, uint nowMs, int ms, ref uint permitId)
    {
        int length = 0;
        if (ms % 10 == 0)
        {
            length += Write(into, device, default(StatusRequest));
        }

        if (ms % 50 == 0)
        {
            length += Write(into.AsSpan(length), device, new PermitRenewRequest(permitId, nowMs - 1));
            length += Write(into.AsSpan(length), device, new JournalReadRequest(device.Status.JournalFirst, 7));
        }

        if (ms % 100 == 0)
        {
            uint finished = device.Status.ShotCounter - (device.Status.State == DeviceState.Delivering ? 1u : 0u);
            length += Write(into.AsSpan(length), device, new JournalAckRequest(finished));
            PermitGrantRequest grant = new(
                ++permitId, Bench.Zone, TriggerMode.Continuous, Bench.DepthUm, Bench.DoseNl, device.Status.ShotCounter + 4,
                device.Status.VolumeCounterNl + (6 * Bench.DoseNl), 112, 250, nowMs - 1);
            length += Write(into.AsSpan(length), device, grant);
        }

        return length;
    }

    private static int Write<T>(Span<byte> into, Device device, in T request)
        where T : struct, IMessage<T> => FrameWriter.Write(into, new FrameHeader(1, T.Type, 9, device.BootId), request);
}
