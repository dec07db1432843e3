using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

/// <summary>A frame that came from the device.</summary>
internal sealed record Heard(FrameHeader Header, byte[] Payload, uint AtMs)
{
    public MessageType Type => Header.Type;

    public T As<T>()
        where T : struct, IMessage<T>
    {
        Assert.True(T.TryRead(Payload, out T message, out int consumed));
        Assert.Equal(Payload.Length, consumed);
        return message;
    }
}
