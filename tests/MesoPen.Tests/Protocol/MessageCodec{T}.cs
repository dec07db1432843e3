using MesoPen.Protocol;

namespace MesoPen.Tests.Protocol;

/// <inheritdoc/>
internal sealed class MessageCodec<T> : MessageCodec
    where T : struct, IMessage<T>
{
    public override Type MessageClass => typeof(T);

    public override MessageType Type => T.Type;

    public override int Write(object message, Span<byte> payload) => ((T)message).Write(payload);

    public override int WriteFrame(object message, Span<byte> frame, FrameHeader header) =>
        FrameWriter.Write(frame, header, (T)message);

    public override bool TryRead(ReadOnlySpan<byte> payload, out object message, out int consumed)
    {
        bool read = T.TryRead(payload, out T value, out consumed);
        message = value;
        return read;
    }
}
