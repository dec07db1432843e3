using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Asks for trace events, or for no more of them. States what is to be, so that it may come any number of times.
/// </summary>
/// <remarks>
/// Payload, 4 bytes:
/// <code>
///     0  u16 interval_ms
///     2  u8 samples
///     3  u8 reserved
/// </code>
/// </remarks>
/// <param name="IntervalMs">From one event to the next, ms; 0 for none.</param>
/// <param name="Samples">Samples in each.</param>
public readonly record struct TraceSetRequest(ushort IntervalMs, byte Samples) : IMessage<TraceSetRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 4;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.TraceSet;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU16(payload, 0, IntervalMs);
        payload[2] = Samples;
        payload[3] = 0;
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out TraceSetRequest message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(U16(payload, 0), payload[2]);
        consumed = Size;
        return true;
    }
}
