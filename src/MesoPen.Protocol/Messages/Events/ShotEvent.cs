using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// A shot has ended and its entry is in non-volatile memory.
/// </summary>
/// <remarks>
/// Payload, 48 bytes:
/// <code>
///     0  u32 device_ms
///     4  entry (32)
///    36  u64 volume_counter_nl
///    44  u32 remaining_nl
/// </code>
/// </remarks>
/// <param name="DeviceMs">Device's uptime when it happened, ms; wraps.</param>
/// <param name="Entry">The entry of the journal.</param>
/// <param name="VolumeCounterNl">Lifetime volume counter after it, nL.</param>
/// <param name="RemainingNl">Left in the cartridge, nL.</param>
public readonly record struct ShotEvent(
    uint DeviceMs,
    ShotEntry Entry,
    ulong VolumeCounterNl,
    uint RemainingNl) : IMessage<ShotEvent>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 48;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.ShotEvent;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, DeviceMs);
        Entry.Write(payload[4..]);
        PutU64(payload, 36, VolumeCounterNl);
        PutU32(payload, 44, RemainingNl);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out ShotEvent message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(
            DeviceMs: U32(payload, 0),
            Entry: ShotEntry.Read(payload[4..]),
            VolumeCounterNl: U64(payload, 36),
            RemainingNl: U32(payload, 44));
        consumed = Size;
        return true;
    }
}
