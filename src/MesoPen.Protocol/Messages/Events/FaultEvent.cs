using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// A fault or stop has latched.
/// </summary>
/// <remarks>
/// Payload, 70 bytes:
/// <code>
///     0  u32 device_ms
///     4  u16 fault
///     6  u32 fault_seq
///    10  status body (60)
/// </code>
/// </remarks>
/// <param name="DeviceMs">Device's uptime when it happened, ms; wraps.</param>
/// <param name="Fault">Which one.</param>
/// <param name="FaultSeq">Its number within this boot; <c>fault_clear</c> names it.</param>
/// <param name="Status">The whole status at that moment.</param>
public readonly record struct FaultEvent(
    uint DeviceMs,
    DeviceFault Fault,
    uint FaultSeq,
    DeviceStatus Status) : IMessage<FaultEvent>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 70;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.FaultEvent;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, DeviceMs);
        PutU16(payload, 4, (ushort)Fault);
        PutU32(payload, 6, FaultSeq);
        Status.Write(payload[10..]);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out FaultEvent message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(
            DeviceMs: U32(payload, 0),
            Fault: (DeviceFault)U16(payload, 4),
            FaultSeq: U32(payload, 6),
            Status: DeviceStatus.Read(payload[10..]));
        consumed = Size;
        return true;
    }
}
