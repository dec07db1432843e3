using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// State, a flag of bits 2 to 7, or the live permit has changed.
/// </summary>
/// <remarks>
/// Payload, 64 bytes:
/// <code>
///     0  u32 device_ms
///     4  status body (60)
/// </code>
/// </remarks>
/// <param name="DeviceMs">Device's uptime when it happened, ms; wraps.</param>
/// <param name="Status">The whole status at that moment.</param>
public readonly record struct StateEvent(uint DeviceMs, DeviceStatus Status) : IMessage<StateEvent>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 64;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.StateEvent;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, DeviceMs);
        Status.Write(payload[4..]);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out StateEvent message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(U32(payload, 0), DeviceStatus.Read(payload[4..]));
        consumed = Size;
        return true;
    }
}
