using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Moves one axis to an absolute target, for measuring.
/// </summary>
/// <remarks>
/// Payload, 12 bytes:
/// <code>
///     0  u32 id
///     4  u8 axis
///     5  u8 reserved, 0
///     6  u16 reserved, 0
///     8  i32 target
/// </code>
/// </remarks>
/// <param name="Id">Greater than <see cref="DeviceStatus.LastId"/>; the same again is <see cref="Result.Already"/>.</param>
/// <param name="Axis">Which axis.</param>
/// <param name="Target">Needle: µm from home. Plunger: nL dispensed since boot by calibration moves.</param>
public readonly record struct CalibrationMoveRequest(
    uint Id,
    CalibrationAxis Axis,
    int Target) : IMessage<CalibrationMoveRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 12;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.CalibrationMove;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, Id);
        payload[4] = (byte)Axis;
        payload[5] = 0;
        PutU16(payload, 6, 0);
        PutI32(payload, 8, Target);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out CalibrationMoveRequest message, out int consumed)
    {
        if (payload.Length < Size || payload[4] > (byte)CalibrationAxis.Plunger)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(U32(payload, 0), (CalibrationAxis)payload[4], I32(payload, 8));
        consumed = Size;
        return true;
    }
}
