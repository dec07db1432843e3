using System.Buffers;
using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

/// <summary>
/// A device on ideal axes, and the host's end of its wire, on virtual milliseconds. Each millisecond the plant steps, then the
/// device ticks.
/// </summary>
internal sealed class Bench
{
    public const ushort Zone = 7;
    public const uint DepthUm = 1500;
    public const uint DoseNl = 20_000;
    public const ushort LeaseMs = 250;
    private const int RenewEveryMs = 50;

    private readonly ArrayBufferWriter<byte> _toDevice = new(1 << 16);
    private readonly ArrayBufferWriter<byte> _fromDevice = new(1 << 16);
    private FrameReader _reader = new();
    private ushort _seq;
    private uint _motionId;
    private uint _permitId;

    public Bench(DeviceConfiguration? configuration = null, uint startMs = 0)
    {
        Configuration = configuration ?? BenchConfiguration.Gun;
        Plant = new BenchPlant(Configuration);
        Memory = new BenchMemory(NonVolatileLayout.RequiredLength(Configuration));
        NowMs = startMs;
        Device = new Device(Configuration, Plant, Memory, bootSalt: 0xC0FFEE);
        Run(1);
    }

    public DeviceConfiguration Configuration { get; }

    public BenchPlant Plant { get; }

    public BenchMemory Memory { get; }

    public Device Device { get; private set; }

    /// <summary>The device's inside, for what cannot be reached over the wire in the time of a test.</summary>
    public Machine Machine => Device.Machine;

    public uint NowMs { get; private set; }

    /// <summary>Renews the live permit every 50 ms, as a host that hears the device does.</summary>
    public bool Renewing { get; set; } = true;

    public DeviceStatus Status => Device.Status;

    public List<Heard> Inbox { get; } = [];

    public IEnumerable<ShotEvent> ShotEvents =>
        Inbox.Where(heard => heard.Type == MessageType.ShotEvent).Select(heard => heard.As<ShotEvent>());

    /// <summary>Results of the status replies in the inbox.</summary>
    public IEnumerable<Result> Results =>
        Inbox.Where(heard => heard.Type.IsReply).Select(heard => heard.As<StatusReply>().Prefix.Result);

    public PlungerScale Scale => Plant.Scale;

    /// <summary>A new device over the same memory and machine.</summary>
    public void Reboot(DeviceConfiguration? configuration = null)
    {
        Device = new Device(configuration ?? Configuration, Plant, Memory, bootSalt: 0xBADCAFE);
        NowMs = 0;
        _motionId = 0;
        _permitId = 0;
        _toDevice.ResetWrittenCount();
        _reader = new FrameReader();
    }

    /// <summary>Lets milliseconds pass.</summary>
    public void Run(int ms)
    {
        for (int i = 0; i < ms; i++)
        {
            Plant.Step();
            if (Renewing && NowMs % RenewEveryMs == 0 && Device.Status.PermitId is > 0 and uint id)
            {
                Post(new PermitRenewRequest(id, NowMs));
            }

            NowMs = unchecked(NowMs + 1);
            Tick();
        }
    }

    /// <summary>Lets the machine run on while the firmware hangs, then ticks once.</summary>
    public void Hang(int ms)
    {
        for (int i = 0; i < ms; i++)
        {
            Plant.Step();
        }

        NowMs = unchecked(NowMs + (uint)ms);
        Tick();
    }

    /// <summary>Lets milliseconds pass until something is so; fails after a second and a half.</summary>
    public void RunUntil(Func<bool> reached, int limitMs = 1500)
    {
        for (int ms = 0; !reached(); ms++)
        {
            Assert.True(ms < limitMs, $"Not reached in {limitMs} ms; state {Status.State}, fault {Status.Fault}.");
            Run(1);
        }
    }

    public void RunUntil(DeviceState state, int limitMs = 1500) => RunUntil(() => Status.State == state, limitMs);

    /// <summary>Puts a request on the wire, for the next tick.</summary>
    public void Post<T>(in T request, uint? bootId = null, byte version = 1, ushort? seq = null)
        where T : struct, IMessage<T> => PostBytes(Bytes(request, bootId, version, seq));

    public void PostBytes(ReadOnlySpan<byte> bytes) => _toDevice.Write(bytes);

    public byte[] Bytes<T>(in T request, uint? bootId = null, byte version = 1, ushort? seq = null)
        where T : struct, IMessage<T>
    {
        byte[] frame = new byte[FrameWriter.FrameMax];
        FrameHeader header = new(version, T.Type, seq ?? _seq++, bootId ?? Device.BootId);
        return frame[..FrameWriter.Write(frame, header, request)];
    }

    /// <summary>Sends a request, runs one tick and gives the status reply to it.</summary>
    public StatusReply Send<T>(in T request, uint? bootId = null, byte version = 1)
        where T : struct, IMessage<T> => Ask<T, StatusReply>(request, bootId, version);

    public TReply Ask<T, TReply>(in T request, uint? bootId = null, byte version = 1)
        where T : struct, IMessage<T>
        where TReply : struct, IMessage<TReply>
    {
        ushort seq = _seq++;
        Post(request, bootId, version, seq);
        int before = Inbox.Count;
        Run(1);
        Heard reply = Inbox.Skip(before).Single(heard => heard.Header.Seq == seq && heard.Type == T.Type.Reply());
        return reply.As<TReply>();
    }

    /// <summary>Sends a request of a type that has no message.</summary>
    public PrefixReply SendUnknown(MessageType type)
    {
        byte[] frame = new byte[FrameWriter.FrameMax];
        ushort seq = _seq++;
        PostBytes(frame.AsSpan(0, FrameWriter.Write(frame, new FrameHeader(1, type, seq, Device.BootId), [1, 2, 3])));
        int before = Inbox.Count;
        Run(1);
        return Inbox.Skip(before).Single(heard => heard.Header.Seq == seq && heard.Type == type.Reply()).As<PrefixReply>();
    }

    public PermitGrantRequest NewGrant(
        uint shots = 4, ushort zone = Zone, uint depthUm = DepthUm, uint doseNl = DoseNl, ushort leaseMs = LeaseMs) => new(
        ++_permitId,
        zone,
        Status.TriggerMode,
        depthUm,
        doseNl,
        Status.ShotCounter + shots,
        Status.VolumeCounterNl + ((ulong)shots * doseNl),
        (ushort)Configuration.MinIntervalMs,
        leaseMs,
        NowMs);

    public uint NextMotionId() => ++_motionId;

    /// <summary>Self-test and prime, so that a permit can be granted.</summary>
    public void MakeReady()
    {
        Assert.Equal(Result.Ok, Send(new SelfTestRequest(NextMotionId())).Prefix.Result);
        RunUntil(DeviceState.Idle);
        Assert.Equal(Result.Ok, Send(new PrimeRequest(NextMotionId(), PrimePurpose.Prime, 50_000)).Prefix.Result);
        RunUntil(DeviceState.Idle);
        Run(Plunger.StillMs + 1);
        Inbox.Clear();
        Assert.True(Status.Flags.HasFlag(DeviceFlags.Primed | DeviceFlags.SelfTestPassed));
    }

    /// <summary>Ready, and a permit granted.</summary>
    public PermitGrantRequest Arm(uint shots = 4, TriggerMode mode = TriggerMode.Single)
    {
        if (!Status.Flags.HasFlag(DeviceFlags.SelfTestPassed))
        {
            MakeReady();
        }

        if (Status.TriggerMode != mode)
        {
            Assert.Equal(Result.Ok, Send(new TriggerModeRequest(mode)).Prefix.Result);
        }

        PermitGrantRequest grant = NewGrant(shots);
        Assert.Equal(Result.Ok, Send(grant).Prefix.Result);
        return grant;
    }

    /// <summary>Head on the skin, trigger pressed, until a shot has begun.</summary>
    public void BeginShot()
    {
        Plant.Contact = true;
        Plant.Trigger = true;
        RunUntil(DeviceState.Delivering);
    }

    /// <summary>One whole shot in single mode, and the trigger released.</summary>
    public void FireOnce()
    {
        BeginShot();
        Plant.Trigger = false;
        RunUntil(() => Status.State != DeviceState.Delivering);
        Plant.Contact = false;
        Run(Configuration.MinIntervalMs);
    }

    public ShotEntry[] Journal(uint from = 1)
    {
        List<ShotEntry> entries = [];
        while (true)
        {
            JournalReadReply reply = Ask<JournalReadRequest, JournalReadReply>(new JournalReadRequest(from, 7));
            if (reply.Entries.Count == 0)
            {
                return [.. entries];
            }

            entries.AddRange(reply.Entries.AsSpan());
            from = entries[^1].Shot + 1;
        }
    }

    private void Tick()
    {
        _fromDevice.ResetWrittenCount();
        Device.Tick(NowMs, _toDevice.WrittenSpan, _fromDevice);
        _toDevice.ResetWrittenCount();
        ReadOnlySpan<byte> bytes = _fromDevice.WrittenSpan;
        while (_reader.TryRead(ref bytes, out Frame frame))
        {
            Inbox.Add(new Heard(frame.Header, frame.Payload.ToArray(), NowMs));
        }
    }
}
