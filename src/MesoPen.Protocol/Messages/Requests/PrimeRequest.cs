using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Moves fluid with the head off the skin.
/// </summary>
/// <remarks>
/// Payload, 12 bytes:
/// <code>
///     0  u32 id
///     4  u8 purpose
///     5  u8 reserved, 0
///     6  u16 reserved, 0
///     8  u32 volume_nl
/// </code>
/// </remarks>
/// <param name="Id">Greater than <see cref="DeviceStatus.LastId"/>; the same again is <see cref="Result.Already"/>.</param>
/// <param name="Purpose">To fill the needles, or to push out what is left.</param>
/// <param name="VolumeNl">How much to move, nL.</param>
public readonly record struct PrimeRequest(uint Id, PrimePurpose Purpose, uint VolumeNl) : IMessage<PrimeRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 12;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.Prime;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, Id);
        payload[4] = (byte)Purpose;
        payload[5] = 0;
        PutU16(payload, 6, 0);
        PutU32(payload, 8, VolumeNl);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out PrimeRequest message, out int consumed)
    {
        if (payload.Length < Size || payload[4] > (byte)PrimePurpose.Purge)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(U32(payload, 0), (PrimePurpose)payload[4], U32(payload, 8));
        consumed = Size;
        return true;
    }
}
