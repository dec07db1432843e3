using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// The first eight bytes of every frame. They never change in any version.
/// </summary>
/// <remarks>
/// Layout, 8 bytes:
/// <code>
///     0  u8 version
///     1  u8 type
///     2  u16 seq
///     4  u32 boot_id
/// </code>
/// </remarks>
/// <param name="Version">The version both agreed on; 1 before they did.</param>
/// <param name="Type">Which message the payload is.</param>
/// <param name="Seq">Request: chosen by the host, the same in every repeat. Reply: that of its request. Event: counts up by one,
/// wraps.</param>
/// <param name="BootId">Device to host: this boot. Host to device: the boot the request is meant for, 0 if none is known.</param>
public readonly record struct FrameHeader(byte Version, MessageType Type, ushort Seq, uint BootId)
{
    /// <summary>Bytes on the wire.</summary>
    public const int Size = 8;

    internal void Write(Span<byte> body)
    {
        body = body[..Size];
        body[0] = Version;
        body[1] = (byte)Type;
        PutU16(body, 2, Seq);
        PutU32(body, 4, BootId);
    }

    internal static FrameHeader Read(ReadOnlySpan<byte> body) => new(body[0], (MessageType)body[1], U16(body, 2), U32(body, 4));
}
