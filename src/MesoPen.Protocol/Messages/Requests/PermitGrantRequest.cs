using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Grants a permit: all limits are absolutes of the device's lifetime counters, so that this request, arriving twice, late or
/// out of order, cannot inject twice.
/// </summary>
/// <remarks>
/// Payload, 36 bytes:
/// <code>
///     0  u32 permit_id
///     4  u16 zone
///     6  u8 trigger_mode
///     7  u8 reserved, 0
///     8  u32 depth_um
///    12  u32 dose_nl
///    16  u32 shot_limit
///    20  u64 volume_limit_nl
///    28  u16 min_interval_ms
///    30  u16 lease_ms
///    32  u32 seen_device_ms
/// </code>
/// </remarks>
/// <param name="PermitId">Greater than every id granted or revoked in this boot.</param>
/// <param name="Zone">Opaque tag of the zone; the journal keeps it with every shot.</param>
/// <param name="TriggerMode">Must be the mode that is set.</param>
/// <param name="DepthUm">How far the needle goes out along its own axis, each shot, µm.</param>
/// <param name="DoseNl">Per shot, for the whole head, nL.</param>
/// <param name="ShotLimit">The shot counter may not pass this.</param>
/// <param name="VolumeLimitNl">The volume counter may not pass this, nL.</param>
/// <param name="MinIntervalMs">From the beginning of one shot to the beginning of the next, ms.</param>
/// <param name="LeaseMs">Lease, counted from <paramref name="SeenDeviceMs"/>, ms.</param>
/// <param name="SeenDeviceMs"><c>device_ms</c> of the newest reply or event that the host holds.</param>
public readonly record struct PermitGrantRequest(
    uint PermitId,
    ushort Zone,
    TriggerMode TriggerMode,
    uint DepthUm,
    uint DoseNl,
    uint ShotLimit,
    ulong VolumeLimitNl,
    ushort MinIntervalMs,
    ushort LeaseMs,
    uint SeenDeviceMs) : IMessage<PermitGrantRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 36;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.PermitGrant;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU32(payload, 0, PermitId);
        PutU16(payload, 4, Zone);
        payload[6] = (byte)TriggerMode;
        payload[7] = 0;
        PutU32(payload, 8, DepthUm);
        PutU32(payload, 12, DoseNl);
        PutU32(payload, 16, ShotLimit);
        PutU64(payload, 20, VolumeLimitNl);
        PutU16(payload, 28, MinIntervalMs);
        PutU16(payload, 30, LeaseMs);
        PutU32(payload, 32, SeenDeviceMs);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out PermitGrantRequest message, out int consumed)
    {
        if (payload.Length < Size || payload[6] > (byte)TriggerMode.Continuous)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(
            PermitId: U32(payload, 0),
            Zone: U16(payload, 4),
            TriggerMode: (TriggerMode)payload[6],
            DepthUm: U32(payload, 8),
            DoseNl: U32(payload, 12),
            ShotLimit: U32(payload, 16),
            VolumeLimitNl: U64(payload, 20),
            MinIntervalMs: U16(payload, 28),
            LeaseMs: U16(payload, 30),
            SeenDeviceMs: U32(payload, 32));
        consumed = Size;
        return true;
    }
}
