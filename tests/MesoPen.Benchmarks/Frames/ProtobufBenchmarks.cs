using BenchmarkDotNet.Attributes;
using Google.Protobuf;
using MesoPen.Protocol;

namespace MesoPen.Benchmarks;

/// <summary>
/// The baseline: the same messages, each with its length before it, by Google.Protobuf on spans (no streams, no copies). Neither a CRC nor a
/// way back into step after a lost byte is in it.
/// </summary>
public class ProtobufBenchmarks : IDisposable
{
    private readonly byte[] _out = new byte[FrameWriter.FrameMax];
    private readonly ProtoPayload _payload;
    private readonly ProtoGrant _grant;
    private readonly ProtoStatus _status;
    private readonly byte[] _payloadBytes;
    private readonly byte[] _grantBytes;
    private readonly byte[] _statusBytes;
    private readonly MemoryStream _stream = new(new byte[FrameWriter.FrameMax]);
    private readonly MemoryStream _payloadStream;

    public ProtobufBenchmarks()
    {
        _payload = new ProtoPayload { Version = 1, Type = 0x10, Seq = 0x1234, BootId = 0xB007_0001, Payload = ByteString.CopyFrom(Samples.Payload32()) };
        _grant = Grant(Samples.Grant);
        _status = Status(Samples.Status);
        _payloadBytes = Bytes(_payload);
        _grantBytes = Bytes(_grant);
        _statusBytes = Bytes(_status);
        _payloadStream = new MemoryStream(_payloadBytes);
    }

    /// <summary>Bytes of the three messages with their lengths.</summary>
    internal (int Payload32, int Grant, int Status) Sizes => (_payloadBytes.Length, _grantBytes.Length, _statusBytes.Length);

    [Benchmark]
    public int EncodePayload32() => Write(_payload);

    [Benchmark]
    public int DecodePayload32() => ProtoPayload.Parser.ParseFrom(Body(_payloadBytes)).Payload[31];

    [Benchmark]
    public int EncodeGrant() => Write(_grant);

    [Benchmark]
    public uint DecodeGrant() => ProtoGrant.Parser.ParseFrom(Body(_grantBytes)).ShotLimit;

    [Benchmark]
    public int EncodeStatus() => Write(_status);

    [Benchmark]
    public uint DecodeStatus() => ProtoStatus.Parser.ParseFrom(Body(_statusBytes)).ShotCounter;

    /// <summary>The library's own length-delimited way out, over a stream.</summary>
    [Benchmark]
    public long EncodePayload32Stream()
    {
        _stream.Position = 0;
        _payload.WriteDelimitedTo(_stream);
        return _stream.Position;
    }

    /// <summary>The library's own length-delimited way in, over a stream.</summary>
    [Benchmark]
    public int DecodePayload32Stream()
    {
        _payloadStream.Position = 0;
        return ProtoPayload.Parser.ParseDelimitedFrom(_payloadStream).Payload[31];
    }

    public void Dispose()
    {
        _stream.Dispose();
        _payloadStream.Dispose();
        GC.SuppressFinalize(this);
    }

    private static byte[] Bytes(IMessage message)
    {
        using MemoryStream stream = new();
        message.WriteDelimitedTo(stream);
        return stream.ToArray();
    }

    private int Write<T>(T message)
        where T : ProtoFrame<T>
    {
        int size = message.CalculateSize();
        int at = 0;
        uint left = (uint)size;
        for (; left > 0x7F; left >>= 7)
        {
            _out[at++] = unchecked((byte)(left | 0x80));
        }

        _out[at++] = (byte)left;
        message.WriteTo(_out.AsSpan(at, size));
        return at + size;
    }

    private static ReadOnlySpan<byte> Body(byte[] bytes)
    {
        int at = 0;
        int size = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[at++];
            size |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return bytes.AsSpan(at, size);
            }
        }
    }

    private static ProtoGrant Grant(in PermitGrantRequest r) => new()
    {
        Version = 1, Type = 0x10, Seq = 0x1234, BootId = 0xB007_0001, PermitId = r.PermitId, Zone = r.Zone, TriggerMode = (uint)r.TriggerMode,
        DepthUm = r.DepthUm, DoseNl = r.DoseNl, ShotLimit = r.ShotLimit, VolumeLimitNl = r.VolumeLimitNl, MinIntervalMs = r.MinIntervalMs,
        LeaseMs = r.LeaseMs, SeenDeviceMs = r.SeenDeviceMs,
    };

    private static ProtoStatus Status(in StatusReply r) => new()
    {
        Version = 1, Type = 0x84, Seq = 0x1234, BootId = 0xB007_0001, Result = (uint)r.Prefix.Result, DeviceMs = r.Prefix.DeviceMs, Limit = r.Prefix.Limit,
        State = (uint)r.Status.State, Flags = (uint)r.Status.Flags, TriggerMode = (uint)r.Status.TriggerMode,
        DisarmReason = (uint)r.Status.DisarmReason, Fault = (uint)r.Status.Fault, FaultSeq = r.Status.FaultSeq, PermitId = r.Status.PermitId,
        PermitIdSeen = r.Status.PermitIdSeen, Zone = r.Status.Zone, LeaseLeftMs = r.Status.LeaseLeftMs, ShotCounter = r.Status.ShotCounter,
        VolumeCounterNl = r.Status.VolumeCounterNl, JournalFirst = r.Status.JournalFirst, RemainingNl = r.Status.RemainingNl,
        PrimedNl = r.Status.PrimedNl, LastId = r.Status.LastId, TemperatureCc = r.Status.TemperatureCc,
        BatteryPermille = r.Status.BatteryPermille, FramesBad = r.Status.FramesBad, CartridgeId = r.Status.CartridgeId,
    };
}
