using MesoPen.Firmware;

namespace MesoPen.Simulator;

/// <summary>Non-volatile memory in memory: outlives a device, not the process. Erased flash reads 0xFF.</summary>
public sealed class RamMemory : INonVolatile
{
    /// <summary>Size of the simulated devices' memory, bytes: room for the largest journal that a profile may ask for.</summary>
    public const int DefaultLength = 1 << 18;

    private readonly byte[] _bytes;

    /// <summary>Erased memory.</summary>
    public RamMemory(int length = DefaultLength)
    {
        _bytes = new byte[length];
        Array.Fill(_bytes, (byte)0xFF);
    }

    /// <summary>Memory with the content of a snapshot.</summary>
    public RamMemory(ReadOnlySpan<byte> snapshot) => _bytes = snapshot.ToArray();

    /// <inheritdoc/>
    public int Length => _bytes.Length;

    /// <summary>A copy of the content.</summary>
    public byte[] Snapshot() => [.. _bytes];

    /// <inheritdoc/>
    public void Read(int offset, Span<byte> destination) => _bytes.AsSpan(offset, destination.Length).CopyTo(destination);

    /// <inheritdoc/>
    public void Write(int offset, ReadOnlySpan<byte> source) => source.CopyTo(_bytes.AsSpan(offset, source.Length));
}
