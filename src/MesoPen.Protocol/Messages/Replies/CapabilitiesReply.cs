using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// The caps that the firmware enforces by itself.
/// </summary>
/// <remarks>
/// Payload, 48 bytes:
/// <code>
///     0  prefix (10)
///    10  u32 depth_min_um
///    14  u32 depth_max_um
///    18  u32 dose_min_nl
///    22  u32 dose_max_nl
///    26  u32 dose_step_nl
///    30  u16 min_interval_ms
///    32  u16 lease_max_ms
///    34  u16 permit_shots_max
///    36  u16 journal_capacity
///    38  u32 cartridge_nl
///    42  u32 prime_max_nl
///    46  u8 trigger_modes
///    47  u8 needles
/// </code>
/// </remarks>
/// <param name="Prefix">Result, clock and limit, as in every reply.</param>
/// <param name="DepthMinUm">Shallowest shot, µm.</param>
/// <param name="DepthMaxUm">Deepest shot, µm.</param>
/// <param name="DoseMinNl">Smallest dose of a shot, for the whole head, nL.</param>
/// <param name="DoseMaxNl">Largest dose of a shot, for the whole head, nL.</param>
/// <param name="DoseStepNl">A dose is a multiple of this, nL.</param>
/// <param name="MinIntervalMs">Shortest time from the beginning of one shot to the next, ms.</param>
/// <param name="LeaseMaxMs">Longest lease, ms; at most 250.</param>
/// <param name="PermitShotsMax">How many shots ahead of the counter a permit may reach.</param>
/// <param name="JournalCapacity">Entries that the journal holds.</param>
/// <param name="CartridgeNl">Volume of a full cartridge, nL.</param>
/// <param name="PrimeMaxNl">Most that one prime may move, nL.</param>
/// <param name="TriggerModes">The modes offered, a bit each: bit n is the <see cref="TriggerMode"/> of value n.</param>
/// <param name="Needles">Needles in the head.</param>
public readonly record struct CapabilitiesReply(
    ReplyPrefix Prefix,
    uint DepthMinUm,
    uint DepthMaxUm,
    uint DoseMinNl,
    uint DoseMaxNl,
    uint DoseStepNl,
    ushort MinIntervalMs,
    ushort LeaseMaxMs,
    ushort PermitShotsMax,
    ushort JournalCapacity,
    uint CartridgeNl,
    uint PrimeMaxNl,
    byte TriggerModes,
    byte Needles) : IMessage<CapabilitiesReply>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 48;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.Capabilities.Reply();

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        Prefix.Write(payload);
        PutU32(payload, 10, DepthMinUm);
        PutU32(payload, 14, DepthMaxUm);
        PutU32(payload, 18, DoseMinNl);
        PutU32(payload, 22, DoseMaxNl);
        PutU32(payload, 26, DoseStepNl);
        PutU16(payload, 30, MinIntervalMs);
        PutU16(payload, 32, LeaseMaxMs);
        PutU16(payload, 34, PermitShotsMax);
        PutU16(payload, 36, JournalCapacity);
        PutU32(payload, 38, CartridgeNl);
        PutU32(payload, 42, PrimeMaxNl);
        payload[46] = TriggerModes;
        payload[47] = Needles;
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out CapabilitiesReply message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(
            Prefix: ReplyPrefix.Read(payload),
            DepthMinUm: U32(payload, 10),
            DepthMaxUm: U32(payload, 14),
            DoseMinNl: U32(payload, 18),
            DoseMaxNl: U32(payload, 22),
            DoseStepNl: U32(payload, 26),
            MinIntervalMs: U16(payload, 30),
            LeaseMaxMs: U16(payload, 32),
            PermitShotsMax: U16(payload, 34),
            JournalCapacity: U16(payload, 36),
            CartridgeNl: U32(payload, 38),
            PrimeMaxNl: U32(payload, 42),
            TriggerModes: payload[46],
            Needles: payload[47]);
        consumed = Size;
        return true;
    }
}
