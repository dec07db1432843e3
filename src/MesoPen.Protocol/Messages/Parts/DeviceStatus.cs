using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// What the device says of itself, with every reply that matters. Values that this version does not know are kept as they came.
/// </summary>
/// <remarks>
/// Layout, 60 bytes:
/// <code>
///     0  u8 state
///     1  u8 flags
///     2  u8 trigger_mode
///     3  u8 disarm_reason
///     4  u16 fault
///     6  u32 fault_seq
///    10  u32 permit_id
///    14  u32 permit_id_seen
///    18  u16 zone
///    20  u16 lease_left_ms
///    22  u32 shot_counter
///    26  u64 volume_counter_nl
///    34  u32 journal_first
///    38  u32 remaining_nl
///    42  u32 primed_nl
///    46  u32 last_id
///    50  i16 temperature_cc
///    52  u16 battery_permille
///    54  u16 frames_bad
///    56  u32 cartridge_id
/// </code>
/// </remarks>
/// <param name="State">What it is doing.</param>
/// <param name="Flags">Its sensors, a bit each.</param>
/// <param name="TriggerMode">The mode that is set.</param>
/// <param name="DisarmReason">Why there is no live permit.</param>
/// <param name="Fault">The latched fault or stop.</param>
/// <param name="FaultSeq">Counts faults and stops within this boot; that of the latched or last one.</param>
/// <param name="PermitId">The live permit, 0 if none.</param>
/// <param name="PermitIdSeen">Highest permit id granted or revoked in this boot.</param>
/// <param name="Zone">Zone tag of the last granted permit.</param>
/// <param name="LeaseLeftMs">What is left of the lease, ms.</param>
/// <param name="ShotCounter">Lifetime count of shots begun; the index of the last one.</param>
/// <param name="VolumeCounterNl">Lifetime volume of shots by the plunger encoder, nL; priming is not in it.</param>
/// <param name="JournalFirst">Oldest shot kept and not acknowledged; <c>ShotCounter + 1</c> if none.</param>
/// <param name="RemainingNl">Left in the cartridge, nL.</param>
/// <param name="PrimedNl">Primed or purged in this boot, nL.</param>
/// <param name="LastId">Highest id of prime, self-test or calibration move seen in this boot.</param>
/// <param name="TemperatureCc">Hundredths of a degree Celsius.</param>
/// <param name="BatteryPermille">Charge, thousandths.</param>
/// <param name="FramesBad">Frames that the device dropped, saturating.</param>
/// <param name="CartridgeId">Counts cartridge insertions over the device's life.</param>
public readonly record struct DeviceStatus(
    DeviceState State,
    DeviceFlags Flags,
    TriggerMode TriggerMode,
    DisarmReason DisarmReason,
    DeviceFault Fault,
    uint FaultSeq,
    uint PermitId,
    uint PermitIdSeen,
    ushort Zone,
    ushort LeaseLeftMs,
    uint ShotCounter,
    ulong VolumeCounterNl,
    uint JournalFirst,
    uint RemainingNl,
    uint PrimedNl,
    uint LastId,
    short TemperatureCc,
    ushort BatteryPermille,
    ushort FramesBad,
    uint CartridgeId)
{
    /// <summary>Bytes on the wire.</summary>
    public const int Size = 60;

    internal void Write(Span<byte> payload)
    {
        payload = payload[..Size];
        payload[0] = (byte)State;
        payload[1] = (byte)Flags;
        payload[2] = (byte)TriggerMode;
        payload[3] = (byte)DisarmReason;
        PutU16(payload, 4, (ushort)Fault);
        PutU32(payload, 6, FaultSeq);
        PutU32(payload, 10, PermitId);
        PutU32(payload, 14, PermitIdSeen);
        PutU16(payload, 18, Zone);
        PutU16(payload, 20, LeaseLeftMs);
        PutU32(payload, 22, ShotCounter);
        PutU64(payload, 26, VolumeCounterNl);
        PutU32(payload, 34, JournalFirst);
        PutU32(payload, 38, RemainingNl);
        PutU32(payload, 42, PrimedNl);
        PutU32(payload, 46, LastId);
        PutI16(payload, 50, TemperatureCc);
        PutU16(payload, 52, BatteryPermille);
        PutU16(payload, 54, FramesBad);
        PutU32(payload, 56, CartridgeId);
    }

    internal static DeviceStatus Read(ReadOnlySpan<byte> payload) => new(
        State: (DeviceState)payload[0],
        Flags: (DeviceFlags)payload[1],
        TriggerMode: (TriggerMode)payload[2],
        DisarmReason: (DisarmReason)payload[3],
        Fault: (DeviceFault)U16(payload, 4),
        FaultSeq: U32(payload, 6),
        PermitId: U32(payload, 10),
        PermitIdSeen: U32(payload, 14),
        Zone: U16(payload, 18),
        LeaseLeftMs: U16(payload, 20),
        ShotCounter: U32(payload, 22),
        VolumeCounterNl: U64(payload, 26),
        JournalFirst: U32(payload, 34),
        RemainingNl: U32(payload, 38),
        PrimedNl: U32(payload, 42),
        LastId: U32(payload, 46),
        TemperatureCc: I16(payload, 50),
        BatteryPermille: U16(payload, 52),
        FramesBad: U16(payload, 54),
        CartridgeId: U32(payload, 56));
}
