using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Reads finished shots from the journal of the device.
/// </summary>
/// <remarks>
/// Payload, 5 bytes:
/// <code>
///     0  u32 from_shot
///     4  u8 count_max
/// </code>
/// </remarks>
/// <param name="FromShot">Lifetime index of the first shot wanted.</param>
/// <param name="CountMax">Most entries wanted; a reply holds at most 7.</param>
public readonly record struct JournalReadRequest(uint FromShot, byte CountMax) : IMessage<JournalReadRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 5;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.JournalRead;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, FromShot);
        payload[4] = CountMax;
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out JournalReadRequest message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(U32(payload, 0), payload[4]);
        consumed = Size;
        return true;
    }
}
