using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Clears the latched fault or stop, if its cause is gone.
/// </summary>
/// <remarks>
/// Payload, 4 bytes:
/// <code>
///     0  u32 fault_seq
/// </code>
/// </remarks>
/// <param name="FaultSeq">Which one: <see cref="DeviceStatus.FaultSeq"/> as the person saw it.</param>
public readonly record struct FaultClearRequest(uint FaultSeq) : IMessage<FaultClearRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 4;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.FaultClear;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, FaultSeq);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out FaultClearRequest message, out int consumed)
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
