namespace MesoPen.Protocol;

/// <summary>A frame whose length, encoding and CRC were found right. What its payload means is for the messages to say.</summary>
/// <param name="header">The header.</param>
/// <param name="payload">The payload, 0 to 242 bytes; it is the reader's own buffer.</param>
public readonly ref struct Frame(FrameHeader header, ReadOnlySpan<byte> payload)
{
    /// <summary>The header.</summary>
    public FrameHeader Header { get; } = header;

    /// <summary>The payload. Valid until the next call of the reader that gave it.</summary>
    public ReadOnlySpan<byte> Payload { get; } = payload;
}
