using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Renews the lease of the live permit; old, repeated or reordered, it cannot lengthen one.
/// </summary>
/// <remarks>
/// Payload, 8 bytes:
/// <code>
///     0  u32 permit_id
///     4  u32 seen_device_ms
/// </code>
/// </remarks>
/// <param name="PermitId">The live permit.</param>
/// <param name="SeenDeviceMs"><c>device_ms</c> of the newest reply or event that the host holds.</param>
public readonly record struct PermitRenewRequest(uint PermitId, uint SeenDeviceMs) : IMessage<PermitRenewRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 8;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.PermitRenew;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, PermitId);
        PutU32(payload, 4, SeenDeviceMs);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out PermitRenewRequest message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(U32(payload, 0), U32(payload, 4));
        consumed = Size;
        return true;
    }
}
