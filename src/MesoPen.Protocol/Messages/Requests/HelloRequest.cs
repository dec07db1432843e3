using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Opens a conversation: which versions the host speaks. Never changes in any version.
/// </summary>
/// <remarks>
/// Payload, 6 bytes:
/// <code>
///     0  u8 version_min
///     1  u8 version_max
///     2  u32 nonce
/// </code>
/// </remarks>
/// <param name="VersionMin">Lowest version the host speaks.</param>
/// <param name="VersionMax">Highest version the host speaks.</param>
/// <param name="Nonce">Echoed, so that an answer to an earlier hello cannot pass for this one.</param>
public readonly record struct HelloRequest(byte VersionMin, byte VersionMax, uint Nonce) : IMessage<HelloRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 6;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.Hello;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        payload[0] = VersionMin;
        payload[1] = VersionMax;
        PutU32(payload, 2, Nonce);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out HelloRequest message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(payload[0], payload[1], U32(payload, 2));
        consumed = Size;
        return true;
    }
}
