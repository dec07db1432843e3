using MesoPen.Protocol;

namespace MesoPen.Benchmarks;

/// <summary>The far end of a line that answers every request at once, as fast as a thread can: what is left is the host and the line.</summary>
internal sealed class AnsweringDevice
{
    private const uint BootId = 0xB007_0001;

    private readonly TerminalPair _line;
    private readonly FrameReader _reader = new();
    private readonly byte[] _answer = new byte[FrameWriter.FrameMax];
    private readonly Thread _thread;
    private uint _uptimeMs;

    public AnsweringDevice(TerminalPair line)
    {
        _line = line;
        _thread = new Thread(Run) { Name = "answering device", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Waits for the end, which is that no host has the line open.</summary>
    public void Join() => _thread.Join();

    private void Run()
    {
        byte[] buffer = new byte[4096];
        int count;
        while ((count = _line.ReadAtDevice(buffer)) > 0)
        {
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, count);
            while (_reader.TryRead(ref bytes, out Frame frame))
            {
                _line.WriteAtDevice(_answer.AsSpan(0, Answer(frame)));
            }
        }
    }

    private int Answer(in Frame frame)
    {
        FrameHeader header = frame.Header with { Type = frame.Header.Type.Reply(), BootId = BootId };
        ReplyPrefix prefix = new(Result.Ok, ++_uptimeMs, 0);
        switch (frame.Header.Type)
        {
            case MessageType.Hello:
                _ = HelloRequest.TryRead(frame.Payload, out HelloRequest hello, out _);
                return FrameWriter.Write(_answer, header, new HelloReply(prefix, 1, 1, 1, hello.Nonce));
            case MessageType.Identity:
                return FrameWriter.Write(_answer, header, new IdentityReply(prefix, 5, 1, 0, 0, 47_481, "gun-5", "BENCH-1"));
            case MessageType.Capabilities:
                return FrameWriter.Write(_answer, header, new CapabilitiesReply { Prefix = prefix, DepthMaxUm = 6_000, LeaseMaxMs = 250, Needles = 5 });
            default:
                return FrameWriter.Write(_answer, header, Samples.Status with { Prefix = prefix });
        }
    }
}
