using System.Buffers;
using System.Globalization;
using MesoPen.Firmware;
using MesoPen.Protocol;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class FuzzTests(ITestOutputHelper log)
{
    private const int FramesPerTick = 20;
    private const long FramesInSuite = 300_000;

    [Fact]
    [Trait("Requirement", "SR-075")]
    public void Mutated_frames_grant_nothing_move_nothing_and_allocate_nothing()
    {
        // Aim: valid requests for this boot, each broken in one to eight places, with trigger and contact held: no exception, no
        // permit, no step, no growth. MESOPEN_FUZZ_FRAMES sets the number; the seed is printed.
        string? number = Environment.GetEnvironmentVariable("MESOPEN_FUZZ_FRAMES");
        long frames = long.TryParse(number, CultureInfo.InvariantCulture, out long asked) ? asked : FramesInSuite;
        int seed = TestSeed.Value;
        log.WriteLine($"seed {seed}, frames {frames}");
        Random chance = new(seed);
        Bench bench = new(BenchConfiguration.Gun with { TriggerStuckMs = int.MaxValue }) { Renewing = false };
        bench.MakeReady();
        byte[][] valid = Requests(bench);
        DeviceStatus before = bench.Status;
        long steps = bench.Plant.PlungerSteps;
        int drives = bench.Plant.Drives;
        bench.Plant.DeepestUm = 0;
        bench.Plant.Contact = true;

        byte[] input = new byte[FramesPerTick * FrameWriter.FrameMax * 2];
        ArrayBufferWriter<byte> output = new(1 << 16);
        uint nowMs = bench.NowMs;
        long allocated = 0;
        for (long sent = 0; sent < frames; sent += FramesPerTick)
        {
            int length = 0;
            for (int i = 0; i < FramesPerTick; i++)
            {
                length += Mutate(valid[chance.Next(valid.Length)], input.AsSpan(length), chance);
            }

            bench.Plant.Trigger = nowMs % 4096 > 64;
            bench.Plant.Step();
            output.ResetWrittenCount();
            long start = GC.GetAllocatedBytesForCurrentThread();
            bench.Device.Tick(++nowMs, input.AsSpan(0, length), output);
            allocated += sent < 1000 ? 0 : GC.GetAllocatedBytesForCurrentThread() - start;
            DeviceStatus now = bench.Device.Status;
            if (now.PermitId != 0 || now.Fault != DeviceFault.None)
            {
                Assert.Fail($"seed {seed}: after {sent} frames permit {now.PermitId}, fault {now.Fault}.");
            }
        }

        Assert.Equal(0, allocated);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.Equal(drives, bench.Plant.Drives);
        Assert.Equal(0, bench.Plant.DeepestUm);
        Assert.Equal(before.PermitIdSeen, bench.Device.Status.PermitIdSeen);
        Assert.Equal(before.LastId, bench.Device.Status.LastId);
        Assert.Equal(ushort.MaxValue, bench.Device.Status.FramesBad);
    }

    [Fact]
    [Trait("Requirement", "SR-025")]
    public void Frames_with_a_right_checksum_and_any_content_keep_within_caps_and_permits()
    {
        // Aim: past the checksum: random types and payloads, some of them nearly right. Whatever is granted is within the caps,
        // and what the plunger moves is within what was granted or asked for. No exception.
        int seed = TestSeed.Value;
        log.WriteLine($"seed {seed}");
        Random chance = new(seed);
        Bench bench = new() { Renewing = false };
        bench.MakeReady();
        byte[] payload = new byte[48];
        byte[] frame = new byte[FrameWriter.FrameMax];
        ulong allowedNl = 0;
        for (int i = 0; i < 60_000; i++)
        {
            int length = Compose(chance, bench, payload, out MessageType type);
            byte version = (byte)(chance.Next(50) == 0 ? 2 : 1);
            uint bootId = chance.Next(50) == 0 ? (uint)chance.NextInt64(uint.MaxValue) : bench.Device.BootId;
            FrameHeader header = new(version, type, (ushort)i, bootId);
            bench.PostBytes(frame.AsSpan(0, FrameWriter.Write(frame, header, payload.AsSpan(0, length))));
            bench.Plant.Trigger = chance.Next(40) == 0 ? !bench.Plant.Trigger : bench.Plant.Trigger;
            bench.Plant.Contact = chance.Next(90) == 0 ? !bench.Plant.Contact : bench.Plant.Contact;
            bench.Run(1);
            DeviceStatus status = bench.Status;
            if (status.PermitId != 0)
            {
                PermitGrantRequest permit = bench.Machine.Permits.Permit;
                Assert.InRange(permit.DepthUm, 250u, 6000u);
                Assert.InRange(permit.DoseNl, 5000u, 100_000u);
                Assert.InRange(permit.LeaseMs, 1, 250);
                Assert.True(permit.ShotLimit <= status.ShotCounter + 8);
                allowedNl = Math.Max(allowedNl, permit.VolumeLimitNl);
            }

            Assert.True(status.VolumeCounterNl <= allowedNl, $"seed {seed}, frame {i}");
            if (status.Fault != DeviceFault.None)
            {
                Assert.True(status.Fault is DeviceFault.StopRequested, $"seed {seed}, frame {i}: {status.Fault}");
                bench.Send(new FaultClearRequest(status.FaultSeq));
            }

            bench.Inbox.Clear();
        }

        Assert.True(bench.Status.ShotCounter > 5, "The fuzz never came to a shot: it shows nothing.");
    }

    private static byte[][] Requests(Bench bench) =>
    [
        bench.Bytes(bench.NewGrant(8) with { PermitId = 50, SeenDeviceMs = bench.NowMs }),
        bench.Bytes(bench.NewGrant(8) with { PermitId = 51 }),
        bench.Bytes(new PrimeRequest(90, PrimePurpose.Prime, 100_000)),
        bench.Bytes(new SelfTestRequest(91)),
        bench.Bytes(new CalibrationMoveRequest(92, CalibrationAxis.Plunger, 100_000)),
        bench.Bytes(new CalibrationMoveRequest(93, CalibrationAxis.Needle, 3000)),
        bench.Bytes(new CalibrationSetRequest(94, 1_042_000, 40, 60, 20_800, new CertificateMark(1, 2))),
        bench.Bytes(new PermitRenewRequest(1, bench.NowMs)),
        bench.Bytes(default(StopRequest)),
    ];

    /// <summary>
    /// Copies a frame with one to eight bytes changed, dropped, doubled or cut off. Never gives the frame itself.
    /// </summary>
    private static int Mutate(ReadOnlySpan<byte> frame, Span<byte> into, Random chance)
    {
        int length = frame.Length;
        do
        {
            frame.CopyTo(into);
            length = frame.Length;
            int changes = chance.Next(1, 9);
            for (int i = 0; i < changes; i++)
            {
                int at = chance.Next(length - 1);
                switch (chance.Next(5))
                {
                    case 0:
                        into[(at + 1)..length].CopyTo(into[at..]);
                        length--;
                        break;
                    case 1:
                        into[at..length].CopyTo(into[(at + 1)..]);
                        length++;
                        break;
                    case 2:
                        into[at] = (byte)chance.Next(256);
                        break;
                    default:
                        into[at] ^= (byte)(1 << chance.Next(8));
                        break;
                }
            }

            into[length - 1] = 0;
        }
        while (into[..length].IndexOf(frame) >= 0);

        return length;
    }

    private static int Compose(Random chance, Bench bench, byte[] payload, out MessageType type)
    {
        chance.NextBytes(payload);
        type = (MessageType)chance.Next(0x30);
        int choice = chance.Next(12);
        if (choice < 2)
        {
            type = MessageType.PermitGrant;
            DeviceStatus status = bench.Status;
            PermitGrantRequest grant = new(
                status.PermitIdSeen + (uint)chance.Next(3),
                (ushort)chance.Next(2),
                status.TriggerMode,
                (uint)chance.Next(200, 6500),
                (uint)chance.Next(0, 250) * 500,
                status.ShotCounter + (uint)chance.Next(12),
                status.VolumeCounterNl + (ulong)chance.Next(400_000),
                (ushort)chance.Next(100, 140),
                (ushort)chance.Next(200, 260),
                bench.NowMs - (uint)chance.Next(20));
            return grant.Write(payload);
        }

        if (choice < 4)
        {
            type = MessageType.JournalAck;
            return new JournalAckRequest(unchecked(bench.Status.ShotCounter - (uint)chance.Next(2))).Write(payload);
        }

        if (choice == 4)
        {
            type = MessageType.PermitRenew;
            return new PermitRenewRequest(bench.Status.PermitId, bench.NowMs - (uint)chance.Next(20)).Write(payload);
        }

        // Revoke and retract would keep the device disarmed for good or most of the time, and a prime or test needs a quiet
        // second.
        bool quiet = type is MessageType.PermitRevoke or MessageType.Retract or MessageType.Stop && chance.Next(40) != 0;
        type = quiet || type == MessageType.PermitRevoke ? MessageType.Status : type;
        return chance.Next(payload.Length);
    }
}
