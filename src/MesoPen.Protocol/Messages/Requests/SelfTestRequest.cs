using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Has the device test its sensors and its needle; needed once a boot before the first permit.
/// </summary>
/// <remarks>
/// Payload, 4 bytes:
/// <code>
///     0  u32 id
/// </code>
/// </remarks>
/// <param name="Id">Greater than <see cref="DeviceStatus.LastId"/>; the same again is <see cref="Result.Already"/>.</param>
public readonly record struct SelfTestRequest(uint Id) : IMessage<SelfTestRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 4;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.SelfTest;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, Id);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out SelfTestRequest message, out int consumed)
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
