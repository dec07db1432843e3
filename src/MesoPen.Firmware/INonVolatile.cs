namespace MesoPen.Firmware;

/// <summary>
/// Memory that outlives a reset: counters, the shot journal, the shot under way. A write of up to 64 bytes is either whole or not there after
/// a power cut in most parts, but the firmware does not rely on it: records carry a CRC and are written in two banks.
/// </summary>
public interface INonVolatile
{
    /// <summary>Size in bytes.</summary>
    int Length { get; }

    /// <summary>Reads <paramref name="destination"/>.Length bytes from <paramref name="offset"/>.</summary>
    void Read(int offset, Span<byte> destination);

    /// <summary>Writes and makes durable. Throws <see cref="IOException"/> if the memory failed.</summary>
    void Write(int offset, ReadOnlySpan<byte> source);
}
