using MesoPen.Protocol;
using static System.Buffers.Binary.BinaryPrimitives;

namespace MesoPen.Firmware;

/// <summary>
/// What a calibration made of the device: how its steps and positions are corrected, until when that holds, and by which certificate.
/// </summary>
/// <remarks>
/// Record, 64 bytes:
/// <code>
///     0  u16 kind, 0x4143
///     2  u16 backlash_um
///     4  u64 writes
///    12  u32 plunger_ppm; 0 = never set, and the rest counts for nothing
///    16  i32 needle_offset_um
///    20  u32 due_day
///    24  mark certificate (16)
///    40  u8[20] reserved
///    60  u32 crc
/// </code>
/// </remarks>
internal readonly record struct Adjustment(
    uint PlungerPpm,
    int NeedleOffsetUm,
    ushort BacklashUm,
    uint DueDay,
    CertificateMark Certificate)
{
    /// <summary>The steps that the device was built with, millionths.</summary>
    internal const uint NominalPpm = 1_000_000;

    /// <summary>How far the scale may be from the nominal one, millionths: more is a fault of the machine, and no matter of calibration.</summary>
    internal const uint PpmReach = 100_000;

    /// <summary>Furthest that positions may be shifted, either way, µm.</summary>
    internal const int OffsetReachUm = 500;

    /// <summary>Most play that is taken up, µm.</summary>
    internal const int BacklashMaxUm = 500;

    private const ushort Kind = 0x4143;

    /// <summary>What holds before anything was set: nominal, with the due day that was burnt in.</summary>
    internal static Adjustment BurntIn(DeviceConfiguration configuration) =>
        new(NominalPpm, 0, 0, configuration.CalibrationDueDay, default);

    /// <summary>What a request asks for.</summary>
    internal static Adjustment Of(in CalibrationSetRequest request) =>
        new(request.PlungerPpm, request.NeedleOffsetUm, request.BacklashUm, request.DueDay, request.Certificate);

    /// <summary>Whether the firmware takes it at all.</summary>
    internal bool IsWithinBounds =>
        PlungerPpm is >= NominalPpm - PpmReach and <= NominalPpm + PpmReach
        && NeedleOffsetUm is >= -OffsetReachUm and <= OffsetReachUm
        && BacklashUm <= BacklashMaxUm;

    internal void Write(Span<byte> record, ulong writes)
    {
        record.Clear();
        WriteUInt16LittleEndian(record, Kind);
        WriteUInt16LittleEndian(record[2..], BacklashUm);
        WriteUInt64LittleEndian(record[4..], writes);
        WriteUInt32LittleEndian(record[12..], PlungerPpm);
        WriteInt32LittleEndian(record[16..], NeedleOffsetUm);
        WriteUInt32LittleEndian(record[20..], DueDay);
        Certificate.Write(record[24..]);
    }

    internal static bool TryRead(ReadOnlySpan<byte> record, out Adjustment adjustment, out ulong writes)
    {
        writes = ReadUInt64LittleEndian(record[4..]);
        adjustment = new(
            PlungerPpm: ReadUInt32LittleEndian(record[12..]),
            NeedleOffsetUm: ReadInt32LittleEndian(record[16..]),
            BacklashUm: ReadUInt16LittleEndian(record[2..]),
            DueDay: ReadUInt32LittleEndian(record[20..]),
            Certificate: CertificateMark.Read(record[24..]));
        return ReadUInt16LittleEndian(record) == Kind;
    }
}
