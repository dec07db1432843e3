using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// One shot, as the journal of the device keeps it.
/// </summary>
/// <remarks>
/// Layout, 32 bytes:
/// <code>
///     0  u32 shot
///     4  u32 permit_id
///     8  u32 boot_id
///    12  u16 zone
///    14  u8 outcome
///    15  u8 needles
///    16  u16 fault
///    18  u16 duration_ms
///    20  u32 depth_um
///    24  u32 volume_nl
///    28  u32 device_ms
/// </code>
/// </remarks>
/// <param name="Shot">Lifetime index.</param>
/// <param name="PermitId">The permit it was fired under.</param>
/// <param name="BootId">The boot in which it began.</param>
/// <param name="Zone">Zone tag of that permit.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Needles">Needles in the head.</param>
/// <param name="Fault">What ended it early: a <see cref="DeviceFault"/> or a <see cref="ShotEnd"/>; 0 if nothing did.</param>
/// <param name="DurationMs">From beginning to end, ms.</param>
/// <param name="DepthUm">Deepest position of the needle by its encoder, µm.</param>
/// <param name="VolumeNl">Volume by the plunger's encoder, nL.</param>
/// <param name="DeviceMs">When it began, on that boot's clock, ms.</param>
public readonly record struct ShotEntry(
    uint Shot,
    uint PermitId,
    uint BootId,
    ushort Zone,
    ShotOutcome Outcome,
    byte Needles,
    ushort Fault,
    ushort DurationMs,
    uint DepthUm,
    uint VolumeNl,
    uint DeviceMs)
{
    /// <summary>Bytes on the wire.</summary>
    public const int Size = 32;

    internal void Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, Shot);
        PutU32(payload, 4, PermitId);
        PutU32(payload, 8, BootId);
        PutU16(payload, 12, Zone);
        payload[14] = (byte)Outcome;
        payload[15] = Needles;
        PutU16(payload, 16, Fault);
        PutU16(payload, 18, DurationMs);
        PutU32(payload, 20, DepthUm);
        PutU32(payload, 24, VolumeNl);
        PutU32(payload, 28, DeviceMs);
    }

    internal static ShotEntry Read(ReadOnlySpan<byte> payload) => new(
        Shot: U32(payload, 0),
        PermitId: U32(payload, 4),
        BootId: U32(payload, 8),
        Zone: U16(payload, 12),
        Outcome: (ShotOutcome)payload[14],
        Needles: payload[15],
        Fault: U16(payload, 16),
        DurationMs: U16(payload, 18),
        DepthUm: U32(payload, 20),
        VolumeNl: U32(payload, 24),
        DeviceMs: U32(payload, 28));
}
