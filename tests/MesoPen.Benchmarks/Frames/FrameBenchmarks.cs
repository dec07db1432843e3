using BenchmarkDotNet.Attributes;
using MesoPen.Protocol;

namespace MesoPen.Benchmarks;

/// <summary>Frames of the protocol, to bytes and back: encoding, CRC, COBS, and the message's fields.</summary>
public class FrameBenchmarks
{
    private static readonly FrameHeader Header = new(1, MessageType.PermitGrant, 0x1234, 0xB007_0001);
    private static readonly FrameHeader ReplyHeader = Header with { Type = StatusReply.Type };

    private readonly byte[] _out = new byte[FrameWriter.FrameMax];
    private readonly byte[] _payload = Samples.Payload32();
    private readonly byte[] _frame32 = Encoded(Header, Samples.Payload32());
    private readonly byte[] _grantFrame;
    private readonly byte[] _statusFrame;
    private readonly PermitGrantRequest _grant = Samples.Grant;
    private readonly StatusReply _status = Samples.Status;
    private readonly FrameReader _reader = new();

    public FrameBenchmarks()
    {
        byte[] room = new byte[FrameWriter.FrameMax];
        _grantFrame = room[..FrameWriter.Write(room, Header, _grant)];
        _statusFrame = room[..FrameWriter.Write(room, ReplyHeader, _status)];
    }

    /// <summary>Bytes of the three frames on the wire.</summary>
    internal (int Payload32, int Grant, int Status) Sizes => (_frame32.Length, _grantFrame.Length, _statusFrame.Length);

    [Benchmark]
    public int EncodePayload32() => FrameWriter.Write(_out, Header, _payload);

    [Benchmark]
    public int DecodePayload32()
    {
        ReadOnlySpan<byte> input = _frame32;
        return _reader.TryRead(ref input, out Frame frame) ? frame.Payload[31] : throw Broken();
    }

    [Benchmark]
    public int EncodeGrant() => FrameWriter.Write(_out, Header, _grant);

    [Benchmark]
    public uint DecodeGrant()
    {
        ReadOnlySpan<byte> input = _grantFrame;
        return _reader.TryRead(ref input, out Frame frame) && PermitGrantRequest.TryRead(frame.Payload, out PermitGrantRequest grant, out _)
            ? grant.ShotLimit
            : throw Broken();
    }

    [Benchmark]
    public int EncodeStatus() => FrameWriter.Write(_out, ReplyHeader, _status);

    [Benchmark]
    public uint DecodeStatus()
    {
        ReadOnlySpan<byte> input = _statusFrame;
        return _reader.TryRead(ref input, out Frame frame) && StatusReply.TryRead(frame.Payload, out StatusReply status, out _)
            ? status.Status.ShotCounter
            : throw Broken();
    }

    private static byte[] Encoded(FrameHeader header, byte[] payload)
    {
        byte[] room = new byte[FrameWriter.FrameMax];
        return room[..FrameWriter.Write(room, header, payload)];
    }

    private static InvalidOperationException Broken() => new("A frame did not come back.");
}
