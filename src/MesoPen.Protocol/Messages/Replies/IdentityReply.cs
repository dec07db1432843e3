using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Who the device is. The one message that allocates when read: it is asked for once a connection.
/// </summary>
/// <remarks>
/// Payload, 20 to 85 bytes:
/// <code>
///     0  prefix (10)
///    10  u8 needles
///    11  u8 firmware_major
///    12  u8 firmware_minor
///    13  u8 firmware_patch
///    14  u32 calibration_due_day
///    18  text model    (u8 length, ASCII)
///     …  text serial   (u8 length, ASCII)
///     …  u8 kind       (appended: left out if 0)
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
public readonly record struct IdentityReply(
    ReplyPrefix Prefix,
    byte Needles,
    byte FirmwareMajor,
    byte FirmwareMinor,
    byte FirmwarePatch,
    uint CalibrationDueDay,
    string Model,
    string Serial,
    DeviceKind Kind = DeviceKind.None) : IMessage<IdentityReply>
{
    private const int TextAt = 18;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.Identity.Reply();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Model or serial is longer than 32 characters or not ASCII 0x20 to 0x7E.</exception>
    public int Write(Span<byte> payload)
    {
        int kindSize = Kind == DeviceKind.None ? 0 : 1;
        payload = payload[..(TextAt + WireText.Size(Model) + WireText.Size(Serial) + kindSize)];
        Prefix.Write(payload);
        payload[10] = Needles;
        payload[11] = FirmwareMajor;
        payload[12] = FirmwareMinor;
        payload[13] = FirmwarePatch;
        PutU32(payload, 14, CalibrationDueDay);
        int serialAt = TextAt + WireText.Write(payload[TextAt..], Model);
        int kindAt = serialAt + WireText.Write(payload[serialAt..], Serial);
        if (kindSize > 0)
        {
            payload[kindAt] = (byte)Kind;
        }

        return kindAt + kindSize;
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

        int kindAt = TextAt + modelLength + serialLength;
        bool saysKind = payload.Length > kindAt;
        message = new(
            Prefix: ReplyPrefix.Read(payload),
            Needles: payload[10],
            FirmwareMajor: payload[11],
            FirmwareMinor: payload[12],
            FirmwarePatch: payload[13],
            CalibrationDueDay: U32(payload, 14),
            Model: model,
            Serial: serial,
            Kind: saysKind ? (DeviceKind)payload[kindAt] : DeviceKind.None);
        consumed = kindAt + (saysKind ? 1 : 0);
        return true;
    }
}
