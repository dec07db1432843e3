using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Ends a permit and all before it: none of them is live again in this boot.
/// </summary>
/// <remarks>
/// Payload, 4 bytes:
/// <code>
///     0  u32 permit_id
/// </code>
/// </remarks>
/// <param name="PermitId">The highest id that may never be live again.</param>
public readonly record struct PermitRevokeRequest(uint PermitId) : IMessage<PermitRevokeRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 4;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.PermitRevoke;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, PermitId);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out PermitRevokeRequest message, out int consumed)
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
