using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Turns a header and a payload into the bytes of one frame. Allocates nothing: the body is laid down one byte into the
/// destination and encoded where it lies.
/// </summary>
/// <remarks>
/// Layout, payload + 14 bytes:
/// <code>
///     0  u8     COBS: distance to the first zero
///     1  u8[8]  header
///     9  u8[n]  payload
///   n+9  u32    CRC-32C of header and payload
///  n+13  u8     zero
/// </code>
/// </remarks>
public static class FrameWriter
{
    /// <summary>Longest frame on the wire, bytes, the zero included.</summary>
    public const int FrameMax = 256;

    /// <summary>Longest payload, bytes.</summary>
    public const int PayloadMax = 242;

    private const int PayloadAt = 1 + FrameHeader.Size;
    private const int Overhead = PayloadAt + sizeof(uint) + 1;

    /// <summary>Writes one frame and gives its length.</summary>
    /// <param name="destination">At least 14 bytes longer than the payload; <see cref="FrameMax"/> always suffices.</param>
    /// <param name="header">The header, type included.</param>
    /// <param name="payload">At most <see cref="PayloadMax"/> bytes.</param>
    /// <exception cref="ArgumentException">The payload is too long, or the destination too short for it.</exception>
    public static int Write(Span<byte> destination, FrameHeader header, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > PayloadMax || destination.Length < payload.Length + Overhead)
        {
            throw new ArgumentException("The payload is too long for a frame, or the destination too short for the payload.");
        }

        payload.CopyTo(destination[PayloadAt..]);
        return Finish(destination, header, payload.Length);
    }

    /// <summary>
    /// Writes a message as one frame and gives its length. The type is the header's, whatever the message's own: one body is the
    /// reply to many requests.
    /// </summary>
    /// <typeparam name="T">The message's type.</typeparam>
    /// <param name="destination">At least 14 bytes longer than the payload; <see cref="FrameMax"/> always suffices.</param>
    /// <param name="header">The header, type included.</param>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentException">The destination is too short for the message.</exception>
    public static int Write<T>(Span<byte> destination, FrameHeader header, in T message)
        where T : struct, IMessage<T>
    {
        if (destination.Length < Overhead)
        {
            throw new ArgumentException("The destination is too short for a frame.", nameof(destination));
        }

        int room = Math.Min(PayloadMax, destination.Length - Overhead);
        return Finish(destination, header, message.Write(destination.Slice(PayloadAt, room)));
    }

    private static int Finish(Span<byte> destination, FrameHeader header, int payloadLength)
    {
        int checkedLength = FrameHeader.Size + payloadLength;
        Span<byte> frame = destination[..(payloadLength + Overhead)];
        header.Write(frame[1..]);
        PutU32(frame, 1 + checkedLength, Crc32C.Of(frame.Slice(1, checkedLength)));
        Cobs.EncodeInPlace(frame[..^1]);
        frame[^1] = 0;
        return frame.Length;
    }
}
