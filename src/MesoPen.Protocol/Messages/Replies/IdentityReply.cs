using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Who the device is. The one message that allocates when read: it is asked for once a connection.
/// </summary>
/// <remarks>
/// Payload, 20 to 113 bytes:
/// <code>
///     0  prefix (10)
///    10  u8 needles
///    11  u8 firmware_major
///    12  u8 firmware_minor
///    13  u8 firmware_patch
///    14  u32 calibration_due_day
///    18  text model    (u8 length, ASCII)
///     …  text serial   (u8 length, ASCII)
///     …  u8 kind       (appended, as all behind it: left out if it and all behind it are 0)
///     …  u32 plunger_ppm
///     …  i32 needle_offset_um
///     …  u16 backlash_um
///     …  u16 reserved, 0
///     …  mark certificate (16)
/// </code>
/// </remarks>
/// <param name="Prefix">Result, clock and limit, as in every reply.</param>
/// <param name="Needles">Needles in the head.</param>
/// <param name="FirmwareMajor">Firmware version, first number.</param>
/// <param name="FirmwareMinor">Firmware version, second number.</param>
/// <param name="FirmwarePatch">Firmware version, third number.</param>
/// <param name="CalibrationDueDay">Day on which the calibration is due, days since 1970-01-01; 0 = never calibrated.</param>
/// <param name="Model">Id of the device's profile, at most 32 characters of ASCII 0x20 to 0x7E.</param>
/// <param name="Serial">Serial number, at most 32 characters of ASCII 0x20 to 0x7E.</param>
/// <param name="Kind">What it is: a device that says nothing of it is a real one.</param>
/// <param name="PlungerPpm">Its adjustment: steps of the plunger in millionths of the profile's; 0 from a device that takes no adjustment.</param>
/// <param name="NeedleOffsetUm">Its adjustment: added to each position of the needle, µm.</param>
/// <param name="BacklashUm">Its adjustment: play of the needle that it takes up, µm.</param>
/// <param name="Certificate">The certificate that it holds, or none.</param>
public readonly record struct IdentityReply(
    ReplyPrefix Prefix,
    byte Needles,
    byte FirmwareMajor,
    byte FirmwareMinor,
    byte FirmwarePatch,
    uint CalibrationDueDay,
    string Model,
    string Serial,
    DeviceKind Kind = DeviceKind.None,
    uint PlungerPpm = 0,
    int NeedleOffsetUm = 0,
    ushort BacklashUm = 0,
    CertificateMark Certificate = default) : IMessage<IdentityReply>
{
    private const int TextAt = 18;

    // The appended fields, from the first on: kind, plunger_ppm, needle_offset_um, backlash_um, reserved, certificate.
    private const int PpmAt = 1;
    private const int OffsetAt = 5;
    private const int BacklashAt = 9;
    private const int ReservedAt = 11;
    private const int CertificateAt = 13;
    private const int AppendedMax = CertificateAt + CertificateMark.Size;
    private static ReadOnlySpan<byte> AppendedEnds => [PpmAt, OffsetAt, BacklashAt, ReservedAt, CertificateAt, AppendedMax];

    /// <inheritdoc/>
    public static MessageType Type => MessageType.Identity.Reply();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Model or serial is longer than 32 characters or not ASCII 0x20 to 0x7E.</exception>
    public int Write(Span<byte> payload)
    {
        int appended = AppendedSize();
        payload = payload[..(TextAt + WireText.Size(Model) + WireText.Size(Serial) + appended)];
        Prefix.Write(payload);
        payload[10] = Needles;
        payload[11] = FirmwareMajor;
        payload[12] = FirmwareMinor;
        payload[13] = FirmwarePatch;
        PutU32(payload, 14, CalibrationDueDay);
        int serialAt = TextAt + WireText.Write(payload[TextAt..], Model);
        int appendedAt = serialAt + WireText.Write(payload[serialAt..], Serial);
        Span<byte> all = stackalloc byte[AppendedMax];
        WriteAppended(all);
        all[..appended].CopyTo(payload[appendedAt..]);
        return appendedAt + appended;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out IdentityReply message, out int consumed)
    {
        message = default;
        consumed = 0;
        if (payload.Length < TextAt
            || !WireText.TryRead(payload[TextAt..], out string model, out int modelLength)
            || !WireText.TryRead(payload[(TextAt + modelLength)..], out string serial, out int serialLength))
        {
            return false;
        }

        ReadOnlySpan<byte> sent = payload[(TextAt + modelLength + serialLength)..];
        int whole = WholeFields(sent.Length);
        // What is not there is 0, and so is a field that was cut in the middle.
        Span<byte> all = stackalloc byte[AppendedMax];
        all.Clear();
        sent[..whole].CopyTo(all);
        message = new(
            Prefix: ReplyPrefix.Read(payload),
            Needles: payload[10],
            FirmwareMajor: payload[11],
            FirmwareMinor: payload[12],
            FirmwarePatch: payload[13],
            CalibrationDueDay: U32(payload, 14),
            Model: model,
            Serial: serial,
            Kind: (DeviceKind)all[0],
            PlungerPpm: U32(all, PpmAt),
            NeedleOffsetUm: I32(all, OffsetAt),
            BacklashUm: U16(all, BacklashAt),
            Certificate: CertificateMark.Read(all[CertificateAt..]));
        consumed = TextAt + modelLength + serialLength + whole;
        return true;
    }

    private void WriteAppended(Span<byte> all)
    {
        all[0] = (byte)Kind;
        PutU32(all, PpmAt, PlungerPpm);
        PutI32(all, OffsetAt, NeedleOffsetUm);
        PutU16(all, BacklashAt, BacklashUm);
        PutU16(all, ReservedAt, 0);
        Certificate.Write(all[CertificateAt..]);
    }

    private int AppendedSize() => !Certificate.IsNone ? AppendedMax
        : BacklashUm != 0 ? ReservedAt
        : NeedleOffsetUm != 0 ? BacklashAt
        : PlungerPpm != 0 ? OffsetAt
        : Kind != DeviceKind.None ? PpmAt
        : 0;

    private static int WholeFields(int sent)
    {
        int whole = 0;
        foreach (byte end in AppendedEnds)
        {
            whole = end <= sent ? end : whole;
        }

        return whole;
    }
}
