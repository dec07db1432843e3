using MesoPen.Protocol;

namespace MesoPen.Tests.Host.Connection;

/// <summary>
/// The least device that a connection can be told about: it answers every request at once, and everything about it can be set, right or
/// wrong. It is no judge of permits; the firmware is.
/// </summary>
internal sealed class FakeDevice
{
    private readonly FrameReader _reader = new();
    private ushort _eventSeq;

    public uint BootId { get; set; } = 0xB007_0001;

    public string Model { get; set; } = "gun-5";

    public string Serial { get; set; } = "MP-0007";

    public DeviceKind Kind { get; set; }

    public byte VersionMin { get; set; } = 1;

    public byte VersionMax { get; set; } = 1;

    public byte NeedlesInCaps { get; set; } = 5;

    public uint ShotCounter { get; set; } = 40;

    /// <summary>Added to the shot counter after each status told: to plant a counter that goes back.</summary>
    public int ShotCounterStep { get; set; }

    /// <summary>Uptime, ms.</summary>
    public Func<uint> Uptime { get; set; } = static () => 0;

    /// <summary>When false it hears and says nothing.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>Requests that it hears and does not answer.</summary>
    public HashSet<MessageType> Ignores { get; } = [];

    /// <summary>What it says goes here, a frame a call.</summary>
    public Action<byte[]> Say { get; set; } = static _ => { };

    /// <summary>Every request heard: type, sequence number, boot it was meant for.</summary>
    public List<FrameHeader> Heard { get; } = [];

    /// <summary>Called with a request's header before it is answered.</summary>
    public Action<FrameHeader> OnRequest { get; set; } = static _ => { };

    public void Hear(ReadOnlySpan<byte> bytes)
    {
        while (_reader.TryRead(ref bytes, out Frame frame))
        {
            Heard.Add(frame.Header);
            OnRequest(frame.Header);
            if (Answers && !Ignores.Contains(frame.Header.Type))
            {
                Answer(frame);
            }
        }
    }

    public DeviceStatus Status()
    {
        DeviceStatus status = new DeviceStatus { State = DeviceState.Idle, ShotCounter = ShotCounter, VolumeCounterNl = ShotCounter * 20_000UL, RemainingNl = 900_000 };
        ShotCounter = (uint)(ShotCounter + ShotCounterStep);
        return status;
    }

    public void SayShot(uint shot) =>
        SayEvent(new ShotEvent(Uptime(), new ShotEntry { Shot = shot, BootId = BootId, Outcome = ShotOutcome.Delivered }, shot * 20_000UL, 900_000));

    public void SayFault(DeviceFault fault) => SayEvent(new FaultEvent(Uptime(), fault, 1, Status() with { Fault = fault, State = DeviceState.Faulted }));

    public void SayTrace(params TraceSample[] samples) => SayEvent(new TraceEvent(Uptime(), new TraceSamples(samples)));

    public void SayState() => SayEvent(new StateEvent(Uptime(), Status()));

    public void SayReply<T>(MessageType request, ushort seq, in T reply)
        where T : struct, IMessage<T> => SayFrame(new FrameHeader(1, request.Reply(), seq, BootId), reply);

    public ReplyPrefix Prefix(Result result = Result.Ok) => new(result, Uptime(), 0);

    private void SayEvent<T>(in T message)
        where T : struct, IMessage<T> => SayFrame(new FrameHeader(1, T.Type, ++_eventSeq, BootId), message);

    private void SayFrame<T>(FrameHeader header, in T message)
        where T : struct, IMessage<T>
    {
        byte[] frame = new byte[FrameWriter.FrameMax];
        int length = FrameWriter.Write(frame, header, message);
        Say(frame[..length]);
    }

    private void Answer(in Frame frame)
    {
        FrameHeader header = frame.Header;
        switch (header.Type)
        {
            case MessageType.Hello when HelloRequest.TryRead(frame.Payload, out HelloRequest hello, out _):
                bool common = VersionMin <= hello.VersionMax && VersionMax >= hello.VersionMin;
                byte version = common ? Math.Min(VersionMax, hello.VersionMax) : (byte)0;
                SayReply(header.Type, header.Seq, new HelloReply(Prefix(common ? Result.Ok : Result.BadVersion), VersionMin, VersionMax, version, hello.Nonce));
                break;
            case MessageType.Identity:
                SayReply(header.Type, header.Seq, new IdentityReply(Prefix(), 5, 2, 1, 3, 20_000, Model, Serial, Kind));
                break;
            case MessageType.Capabilities:
                SayReply(header.Type, header.Seq, new CapabilitiesReply { Prefix = Prefix(), DepthMaxUm = 6000, LeaseMaxMs = 250, Needles = NeedlesInCaps });
                break;
            case MessageType.JournalRead:
                SayReply(header.Type, header.Seq, new JournalReadReply(Prefix(), new ShotEntries(new ShotEntry { Shot = 7 })));
                break;
            case MessageType.CalibrationMove:
                SayReply(header.Type, header.Seq, new PrefixReply(Prefix(Result.Unknown)));
                break;
            default:
                SayReply(header.Type, header.Seq, new StatusReply(Prefix(), Status()));
                break;
        }
    }
}
