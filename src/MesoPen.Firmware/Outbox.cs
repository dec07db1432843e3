using System.Buffers;
using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>Frames what the device says, straight into the writer of the tick.</summary>
internal sealed class Outbox(uint bootId)
{
    /// <summary>The one version of the protocol that this firmware speaks.</summary>
    internal const byte Version = 1;

    private IBufferWriter<byte>? _output;
    private ushort _eventSeq;

    /// <summary>Where the tick's bytes go.</summary>
    internal void Open(IBufferWriter<byte> output) => (_output, Said) = (output, false);

    /// <summary>Whether anything was said in this tick.</summary>
    internal bool Said { get; private set; }

    /// <summary>Lets go of the writer: it belongs to the caller.</summary>
    internal void Close() => _output = null;

    internal void Reply<T>(FrameHeader request, in T message)
        where T : struct, IMessage<T> => Write(new FrameHeader(Version, request.Type.Reply(), request.Seq, bootId), message);

    internal void Event<T>(in T message)
        where T : struct, IMessage<T>
    {
        Write(new FrameHeader(Version, T.Type, _eventSeq, bootId), message);
        _eventSeq = unchecked((ushort)(_eventSeq + 1));
    }

    private void Write<T>(FrameHeader header, in T message)
        where T : struct, IMessage<T>
    {
        if (_output is { } output)
        {
            output.Advance(FrameWriter.Write(output.GetSpan(FrameWriter.FrameMax), header, message));
            Said = true;
        }
    }
}
