using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Tells that the host has stored all entries up to one, so that the device may overwrite them.
/// </summary>
/// <remarks>
/// Payload, 4 bytes:
/// <code>
///     0  u32 up_to_shot
/// </code>
/// </remarks>
/// <param name="UpToShot">Lifetime index of the last shot stored.</param>
public readonly record struct JournalAckRequest(uint UpToShot) : IMessage<JournalAckRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 4;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.JournalAck;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, UpToShot);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out JournalAckRequest message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(U32(payload, 0));
        consumed = Size;
        return true;
    }
}
