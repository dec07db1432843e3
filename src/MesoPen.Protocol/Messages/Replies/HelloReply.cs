using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Which versions the device speaks, and which one is agreed. Never changes in any version.
/// </summary>
/// <remarks>
/// Payload, 18 bytes:
/// <code>
///     0  prefix (10)
///    10  u8 version_min
///    11  u8 version_max
///    12  u8 version
///    13  u8 reserved, 0
///    14  u32 nonce
/// </code>
/// </remarks>
/// <param name="Prefix">Result, clock and limit, as in every reply.</param>
/// <param name="VersionMin">Lowest version the device speaks.</param>
/// <param name="VersionMax">Highest version the device speaks.</param>
/// <param name="Version">The highest in common; 0 if there is none.</param>
/// <param name="Nonce">That of the request.</param>
public readonly record struct HelloReply(
    ReplyPrefix Prefix,
    byte VersionMin,
    byte VersionMax,
    byte Version,
    uint Nonce) : IMessage<HelloReply>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 18;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.Hello.Reply();

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        Prefix.Write(payload);
        payload[10] = VersionMin;
        payload[11] = VersionMax;
        payload[12] = Version;
        payload[13] = 0;
        PutU32(payload, 14, Nonce);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out HelloReply message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(
            Prefix: ReplyPrefix.Read(payload),
            VersionMin: payload[10],
            VersionMax: payload[11],
            Version: payload[12],
            Nonce: U32(payload, 14));
        consumed = Size;
        return true;
    }
}
