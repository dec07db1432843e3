using System.Net.Sockets;
using MesoPen.Protocol;

namespace MesoPen.Tests.Simulator;

/// <summary>The least host on a real line: asks, asks again while nothing comes (a device that boots is deaf), and reads until the reply is there.</summary>
internal sealed class WireHost : IDisposable
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Stream _stream;
    private readonly FrameReader _reader = new();
    private readonly byte[] _buffer = new byte[4096];
    private ushort _seq;
    private uint _bootId;

    private WireHost(Stream stream) => _stream = stream;

    internal static WireHost Open(string name)
    {
        if (!name.StartsWith("tcp://", StringComparison.Ordinal))
        {
            return new WireHost(new FileStream(name, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0));
        }

        Uri uri = new(name);
        TcpClient client = new(uri.Host, uri.Port);
        return new WireHost(client.GetStream());
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Sends one request and gives its reply.</summary>
    internal async Task<TReply> Ask<TRequest, TReply>(TRequest request)
        where TRequest : struct, IMessage<TRequest>
        where TReply : struct, IMessage<TReply>
    {
        byte[] frame = new byte[FrameWriter.FrameMax];
        int length = FrameWriter.Write(frame, new FrameHeader(1, TRequest.Type, ++_seq, _bootId), request);
        ushort seq = _seq;
        // A zero first: whatever a host before this one left unfinished ends here.
        _stream.Write([0]);
        await using ITimer again = TimeProvider.System.CreateTimer(_ => Repeat(frame.AsSpan(0, length)), null, TimeSpan.Zero, AskAgain);
        // A blocking read on a terminal cannot be cancelled, so it has a thread of its own.
        return await Task.Run(
            () =>
            {
                while (true)
                {
                    ReadOnlySpan<byte> got = _buffer.AsSpan(0, _stream.Read(_buffer));
                    Assert.False(got.IsEmpty, "The line was closed.");
                    while (_reader.TryRead(ref got, out Frame answer))
                    {
                        if (answer.Header.Seq == seq && answer.Header.Type == TRequest.Type.Reply())
                        {
                            _bootId = answer.Header.BootId;
                            Assert.True(TReply.TryRead(answer.Payload, out TReply reply, out _));
                            return reply;
                        }
                    }
                }
            }).WaitAsync(Patience);
    }

    internal Task<StatusReply> Ask<TRequest>(TRequest request)
        where TRequest : struct, IMessage<TRequest> => Ask<TRequest, StatusReply>(request);

    internal async Task<StatusReply> Until(Func<DeviceStatus, bool> condition)
    {
        while (true)
        {
            StatusReply reply = await Ask(new StatusRequest());
            if (condition(reply.Status))
            {
                return reply;
            }
        }
    }

    private void Repeat(ReadOnlySpan<byte> frame)
    {
        try
        {
            _stream.Write(frame);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The reader finds the same, and says so.
        }
    }
}
