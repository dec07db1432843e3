using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>What the device's sensors said at one moment. To look at: no limit is kept by it.</summary>
/// <remarks>
/// 6 bytes:
/// <code>
///     0  u16 age_ms
///     2  i16 pressure_kpa
///     4  i16 needle_um
/// </code>
/// </remarks>
/// <param name="AgeMs">How long before the event's <c>device_ms</c> it was taken, ms.</param>
/// <param name="PressureKpa">Pressure in the line by its sensor, kPa.</param>
/// <param name="NeedleUm">Position of the needle by its encoder, µm from home, positive outwards.</param>
public readonly record struct TraceSample(ushort AgeMs, short PressureKpa, short NeedleUm)
{
    /// <summary>Bytes of a sample.</summary>
    public const int Size = 6;

    /// <summary>Writes it.</summary>
    /// <param name="to">At least <see cref="Size"/> bytes.</param>
    public void Write(Span<byte> to)
    {
        PutU16(to, 0, AgeMs);
        PutI16(to, 2, PressureKpa);
        PutI16(to, 4, NeedleUm);
    }

    /// <summary>Reads it.</summary>
    /// <param name="from">At least <see cref="Size"/> bytes.</param>
    public static TraceSample Read(ReadOnlySpan<byte> from) => new(U16(from, 0), I16(from, 2), I16(from, 4));
}
