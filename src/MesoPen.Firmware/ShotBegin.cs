using static System.Buffers.Binary.BinaryPrimitives;

namespace MesoPen.Firmware;

/// <summary>
/// What is written down before a shot's needle moves: all that is needed to settle the shot if the device does not see its end.
/// </summary>
/// <remarks>
/// Record, 64 bytes:
/// <code>
///     0  u16 kind, 0x4253
///     2  u16 epoch
///     4  u32 shot
///     8  u32 permit_id
///    12  u32 boot_id
///    16  u16 zone
///    18  u8 reserved
///    19  u8 needles
///    20  u32 depth_um
///    24  u32 dose_steps
///    28  i64 start_steps
///    36  i64 lifetime_steps, before the shot
///    44  u32 device_ms
///    48  u32 cartridge_id
///    52  u64 reserved
///    60  u32 crc
/// </code>
/// </remarks>
internal readonly record struct ShotBegin(
    ushort Epoch,
    uint Shot,
    uint PermitId,
    uint BootId,
    ushort Zone,
    byte Needles,
    uint DepthUm,
    uint DoseSteps,
    long StartSteps,
    long LifetimeSteps,
    uint DeviceMs,
    uint CartridgeId)
{
    private const ushort Kind = 0x4253;

    internal void Write(Span<byte> record)
    {
        record.Clear();
        WriteUInt16LittleEndian(record, Kind);
        WriteUInt16LittleEndian(record[2..], Epoch);
        WriteUInt32LittleEndian(record[4..], Shot);
        WriteUInt32LittleEndian(record[8..], PermitId);
        WriteUInt32LittleEndian(record[12..], BootId);
        WriteUInt16LittleEndian(record[16..], Zone);
        record[19] = Needles;
        WriteUInt32LittleEndian(record[20..], DepthUm);
        WriteUInt32LittleEndian(record[24..], DoseSteps);
        WriteInt64LittleEndian(record[28..], StartSteps);
        WriteInt64LittleEndian(record[36..], LifetimeSteps);
        WriteUInt32LittleEndian(record[44..], DeviceMs);
        WriteUInt32LittleEndian(record[48..], CartridgeId);
    }

    internal static bool TryRead(ReadOnlySpan<byte> record, out ShotBegin begin)
    {
        begin = new(
            Epoch: ReadUInt16LittleEndian(record[2..]),
            Shot: ReadUInt32LittleEndian(record[4..]),
            PermitId: ReadUInt32LittleEndian(record[8..]),
            BootId: ReadUInt32LittleEndian(record[12..]),
            Zone: ReadUInt16LittleEndian(record[16..]),
            Needles: record[19],
            DepthUm: ReadUInt32LittleEndian(record[20..]),
            DoseSteps: ReadUInt32LittleEndian(record[24..]),
            StartSteps: ReadInt64LittleEndian(record[28..]),
            LifetimeSteps: ReadInt64LittleEndian(record[36..]),
            DeviceMs: ReadUInt32LittleEndian(record[44..]),
            CartridgeId: ReadUInt32LittleEndian(record[48..]));
        return ReadUInt16LittleEndian(record) == Kind;
    }
}
