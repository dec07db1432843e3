using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Sets the adjustment that the device holds, over resets too. Every field is an absolute: set twice, it is set once.
/// </summary>
/// <remarks>
/// Payload, 36 bytes:
/// <code>
///     0  u32 id
///     4  u32 plunger_ppm
///     8  i32 needle_offset_um
///    12  u16 backlash_um
///    14  u16 reserved, 0
///    16  u32 due_day
///    20  mark certificate (16)
/// </code>
/// </remarks>
/// <param name="Id">Greater than <see cref="DeviceStatus.LastId"/>; the same again is <see cref="Result.Already"/>.</param>
/// <param name="PlungerPpm">Steps of the plunger for a volume, in millionths of the profile's.</param>
/// <param name="NeedleOffsetUm">Added to each position of the needle, µm.</param>
/// <param name="BacklashUm">Play of the needle that the device takes up by itself, µm.</param>
/// <param name="DueDay">Day on which the calibration is due, days since 1970-01-01; 0 = not calibrated.</param>
/// <param name="Certificate">The certificate of this adjustment, or none.</param>
public readonly record struct CalibrationSetRequest(
    uint Id,
    uint PlungerPpm,
    int NeedleOffsetUm,
    ushort BacklashUm,
    uint DueDay,
    CertificateMark Certificate) : IMessage<CalibrationSetRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 36;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.CalibrationSet;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, Id);
        PutU32(payload, 4, PlungerPpm);
        PutI32(payload, 8, NeedleOffsetUm);
        PutU16(payload, 12, BacklashUm);
        PutU16(payload, 14, 0);
        PutU32(payload, 16, DueDay);
        Certificate.Write(payload[20..]);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out CalibrationSetRequest message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(
            Id: U32(payload, 0),
            PlungerPpm: U32(payload, 4),
            NeedleOffsetUm: I32(payload, 8),
            BacklashUm: U16(payload, 12),
            DueDay: U32(payload, 16),
            Certificate: CertificateMark.Read(payload[20..]));
        consumed = Size;
        return true;
    }
}
