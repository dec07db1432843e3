using MesoPen.Protocol;
using static System.Buffers.Binary.BinaryPrimitives;

namespace MesoPen.Firmware;

/// <summary>
/// A finished shot in non-volatile memory: its entry, and the lifetime steps after it. Its layout is not the wire's, so that
/// either may change.
/// </summary>
/// <remarks>
/// Record, 64 bytes:
/// <code>
///     0  u16 kind, 0x4553
///     2  u16 epoch
///     4  u32 shot
///     8  u32 permit_id
///    12  u32 boot_id
///    16  u16 zone
///    18  u8 outcome
///    19  u8 needles
///    20  u16 fault
///    22  u16 duration_ms
///    24  u32 depth_um
///    28  u32 volume_nl
///    32  u32 device_ms
///    36  i64 lifetime_steps, after the shot
///    44  u8[16] reserved
///    60  u32 crc
/// </code>
/// </remarks>
internal readonly record struct ShotRecord(ushort Epoch, ShotEntry Entry, long LifetimeSteps)
{
    private const ushort Kind = 0x4553;

    internal void Write(Span<byte> record)
    {
        record.Clear();
        WriteUInt16LittleEndian(record, Kind);
        WriteUInt16LittleEndian(record[2..], Epoch);
        WriteUInt32LittleEndian(record[4..], Entry.Shot);
        WriteUInt32LittleEndian(record[8..], Entry.PermitId);
        WriteUInt32LittleEndian(record[12..], Entry.BootId);
        WriteUInt16LittleEndian(record[16..], Entry.Zone);
        record[18] = (byte)Entry.Outcome;
        record[19] = Entry.Needles;
        WriteUInt16LittleEndian(record[20..], Entry.Fault);
        WriteUInt16LittleEndian(record[22..], Entry.DurationMs);
        WriteUInt32LittleEndian(record[24..], Entry.DepthUm);
        WriteUInt32LittleEndian(record[28..], Entry.VolumeNl);
        WriteUInt32LittleEndian(record[32..], Entry.DeviceMs);
        WriteInt64LittleEndian(record[36..], LifetimeSteps);
    }

    internal static bool TryRead(ReadOnlySpan<byte> record, out ShotRecord shot)
    {
        ShotEntry entry = new(
            Shot: ReadUInt32LittleEndian(record[4..]),
            PermitId: ReadUInt32LittleEndian(record[8..]),
            BootId: ReadUInt32LittleEndian(record[12..]),
            Zone: ReadUInt16LittleEndian(record[16..]),
            Outcome: (ShotOutcome)record[18],
            Needles: record[19],
            Fault: ReadUInt16LittleEndian(record[20..]),
            DurationMs: ReadUInt16LittleEndian(record[22..]),
            DepthUm: ReadUInt32LittleEndian(record[24..]),
            VolumeNl: ReadUInt32LittleEndian(record[28..]),
            DeviceMs: ReadUInt32LittleEndian(record[32..]));
        shot = new(ReadUInt16LittleEndian(record[2..]), entry, ReadInt64LittleEndian(record[36..]));
        return ReadUInt16LittleEndian(record) == Kind;
    }
}
