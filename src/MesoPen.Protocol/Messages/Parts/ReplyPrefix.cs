using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// What every reply begins with.
/// </summary>
/// <remarks>
/// Layout, 10 bytes:
/// <code>
///     0  u16 result
///     2  u32 device_ms
///     6  u32 limit
/// </code>
/// </remarks>
/// <param name="Result">Ok, or why not. A value that this version does not know is kept.</param>
/// <param name="DeviceMs">Device's uptime when it answered, ms; wraps.</param>
/// <param name="Limit">With a cap refusal, the value that the device would have allowed, in the field's unit; else 0.</param>
public readonly record struct ReplyPrefix(Result Result, uint DeviceMs, uint Limit)
{
    /// <summary>Bytes on the wire.</summary>
    public const int Size = 10;

    internal void Write(Span<byte> payload)
    {
        payload = payload[..Size];
        PutU16(payload, 0, (ushort)Result);
        PutU32(payload, 2, DeviceMs);
        PutU32(payload, 6, Limit);
    }

    internal static ReplyPrefix Read(ReadOnlySpan<byte> payload) => new(
        Result: (Result)U16(payload, 0),
        DeviceMs: U32(payload, 2),
        Limit: U32(payload, 6));
}
