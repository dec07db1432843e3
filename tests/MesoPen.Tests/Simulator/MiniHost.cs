using System.Buffers;
using System.Text;
using System.Text.Json;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

/// <summary>The least that a host must do, by hand: it makes the device ready, grants, renews, reads the journal. It shares nothing with the product's host.</summary>
internal sealed class MiniHost
{
    private const int RenewEveryMs = 50;

    private readonly FrameReader _reader = new();
    private readonly ArrayBufferWriter<byte> _received = new();
    private readonly List<byte> _send = [];
    private readonly ArrayBufferWriter<byte> _transcript = new();
    private readonly byte[] _frame = new byte[FrameWriter.FrameMax];
    private readonly List<MessageType> _replied = [];
    private ushort _seq;
    private uint _ids;
    private bool _renewing;

    internal MiniHost(SimulatedDevice device, List<byte>? truth = null)
    {
        Device = device;
        TruthBytes = truth ?? [];
    }

    internal MiniHost(string profile, OperatorPace pace, ulong seed = 1, params string[] faults)
    {
        TruthBytes = [];
        Device = new SimulatedDevice(new SimulationOptions
        {
            Profile = ProfileReader.Open(profile),
            Operator = pace,
            Seed = seed,
            Faults = [.. faults.Select(FaultSpec.Parse)],
            Truth = lines => TruthBytes.AddRange(lines),
        });
    }

    internal SimulatedDevice Device { get; }

    internal List<byte> TruthBytes { get; }

    internal IEnumerable<JsonElement> Truth => TruthText.Lines(Encoding.UTF8.GetString([.. TruthBytes]));

    /// <summary>Everything that the device sent, in order.</summary>
    internal ReadOnlySpan<byte> Transcript => _transcript.WrittenSpan;

    internal DeviceStatus Status { get; private set; }

    internal Result LastResult { get; private set; }

    internal HelloReply? Hello { get; private set; }

    internal uint SeenMs { get; private set; }

    internal uint BootId { get; private set; }

    internal uint PermitId { get; private set; }

    internal List<ShotEntry> Journal { get; } = [];

    /// <summary>When replies with a status came, ms.</summary>
    internal List<long> RepliesAtMs { get; } = [];

    /// <summary>How many replies came to requests of a type.</summary>
    internal int RepliesTo(MessageType type) => _replied.Count(each => each == type.Reply());

    /// <summary>Their sequence numbers, as they came.</summary>
    internal List<ushort> RepliesSeq { get; } = [];

    internal List<(uint AtMs, DeviceFault Fault)> Faults { get; } = [];

    internal void Send<T>(in T message)
        where T : struct, IMessage<T>
    {
        FrameHeader header = new(1, T.Type, ++_seq, BootId);
        _send.AddRange(_frame.AsSpan(0, FrameWriter.Write(_frame, header, message)));
    }

    internal void Step(int ms = 1)
    {
        for (int i = 0; i < ms; i++)
        {
            if (_renewing && Device.Ms % RenewEveryMs == 0)
            {
                Send(new PermitRenewRequest(PermitId, SeenMs));
            }

            _received.ResetWrittenCount();
            Device.Step(_send.ToArray(), _received);
            _send.Clear();
            _transcript.Write(_received.WrittenSpan);
            Hear(_received.WrittenSpan);
        }
    }

    internal bool Until(Func<bool> condition, int limitMs = 20_000)
    {
        for (int i = 0; i < limitMs && !condition(); i++)
        {
            Step();
        }

        return condition();
    }

    internal void Connect()
    {
        Hello = null;
        BootId = 0;
        Send(new HelloRequest(1, 1, 77));
        Assert.True(Until(() => Hello is not null));
    }

    /// <summary>Self-test, prime, mode: everything that the device asks for before a permit.</summary>
    internal void MakeReady(TriggerMode mode = TriggerMode.Single)
    {
        Connect();
        Send(new SelfTestRequest(++_ids));
        Assert.True(UntilStatus(s => s.Flags.HasFlag(DeviceFlags.SelfTestPassed) && s.State == DeviceState.Idle), $"self-test: {Status}");
        Send(new PrimeRequest(++_ids, PrimePurpose.Prime, (uint)Profile.Plant.Head.DeadVolumeNl * 2));
        Assert.True(UntilStatus(s => s.Flags.HasFlag(DeviceFlags.Primed) && s.State == DeviceState.Idle), $"prime: {Status}");
        Send(new TriggerModeRequest(mode));
        Step(5);
        Assert.Equal(Result.Ok, LastResult);
    }

    /// <summary>Grants so many more shots than there are, and renews from now on.</summary>
    internal void Grant(int depthUm, int doseNl, int shots, ushort zone = 3)
    {
        Assert.True(UntilStatus(_ => true));
        Grant(depthUm, doseNl, Status.ShotCounter + (uint)shots, Status.VolumeCounterNl + (ulong)((long)shots * doseNl), zone);
    }

    /// <summary>Stops renewing: the lease lapses by itself.</summary>
    internal void FallSilent() => _renewing = false;

    /// <summary>Treats a zone: extends the permit four shots ahead until so many are done. Returns the virtual time it took, ms.</summary>
    internal long Treat(int depthUm, int doseNl, int shots)
    {
        Assert.True(UntilStatus(s => s.State is DeviceState.Idle or DeviceState.Armed));
        long from = Device.Ms;
        (uint first, ulong volumeNl) = (Status.ShotCounter, Status.VolumeCounterNl);
        for (int granted = 0; granted < shots;)
        {
            granted = Math.Min(shots, granted + 4);
            Grant(depthUm, doseNl, first + (uint)granted, volumeNl + (ulong)((long)granted * doseNl), zone: 3);
            uint enough = first + (uint)(granted < shots ? granted - 2 : granted);
            Assert.True(Until(() => Device.Status!.Value.ShotCounter >= enough), $"{Device.Status}");
        }

        Assert.True(Until(() => Device.Plant.Shot == 0));
        long took = Device.Ms - from;
        _renewing = false;
        Step(1000);
        return took;
    }

    internal void ReadJournal()
    {
        Journal.Clear();
        for (uint from = 1; ;)
        {
            int before = Journal.Count;
            Send(new JournalReadRequest(from, 7));
            Step(3);
            if (Journal.Count == before)
            {
                return;
            }

            from = Journal[^1].Shot + 1;
        }
    }

    internal bool UntilStatus(Func<DeviceStatus, bool> condition, int limitMs = 20_000) => Until(
        () =>
        {
            Send(new StatusRequest());
            Step(2);
            return condition(Status);
        },
        limitMs);

    private DeviceProfile Profile => field ??= ProfileReader.Open(Device.Plant.ProfileId);

    /// <summary>Sends a grant, whatever becomes of it.</summary>
    internal void SendGrant(int depthUm, int doseNl, int shots) =>
        SendGrant(depthUm, doseNl, Status.ShotCounter + (uint)shots, Status.VolumeCounterNl + (ulong)((long)shots * doseNl), zone: 3);

    private void Grant(int depthUm, int doseNl, uint shotLimit, ulong volumeLimitNl, ushort zone)
    {
        SendGrant(depthUm, doseNl, shotLimit, volumeLimitNl, zone);
        Step(2);
        Assert.Equal(Result.Ok, LastResult);
        _renewing = true;
    }

    private void SendGrant(int depthUm, int doseNl, uint shotLimit, ulong volumeLimitNl, ushort zone)
    {
        Send(new PermitGrantRequest(
            ++PermitId,
            zone,
            Status.TriggerMode,
            (uint)depthUm,
            (uint)doseNl,
            shotLimit,
            volumeLimitNl,
            (ushort)Profile.Caps.MinIntervalMs,
            (ushort)Profile.Caps.LeaseMaxMs,
            SeenMs));
    }

    private void Hear(ReadOnlySpan<byte> bytes)
    {
        while (_reader.TryRead(ref bytes, out Frame frame))
        {
            BootId = frame.Header.BootId;
            _replied.Add(frame.Header.Type);
            switch (frame.Header.Type)
            {
                case MessageType.ShotEvent:
                case MessageType.StateEvent:
                    break;
                case MessageType.FaultEvent:
                    Assert.True(FaultEvent.TryRead(frame.Payload, out FaultEvent fault, out _));
                    Faults.Add((fault.DeviceMs, fault.Fault));
                    break;
                case var type when type == HelloReply.Type:
                    Assert.True(HelloReply.TryRead(frame.Payload, out HelloReply hello, out _));
                    (Hello, SeenMs) = (hello, hello.Prefix.DeviceMs);
                    break;
                case var type when type == JournalReadReply.Type:
                    Assert.True(JournalReadReply.TryRead(frame.Payload, out JournalReadReply journal, out _));
                    Journal.AddRange(journal.Entries.AsSpan());
                    break;
                default:
                    Assert.True(StatusReply.TryRead(frame.Payload, out StatusReply reply, out _));
                    RepliesAtMs.Add(Device.Ms);
                    RepliesSeq.Add(frame.Header.Seq);
                    (Status, SeenMs, LastResult) = (reply.Status, reply.Prefix.DeviceMs, reply.Prefix.Result);
                    break;
            }
        }
    }
}
