using MesoPen.Firmware;

namespace MesoPen.Tests.Firmware;

/// <summary>Non-volatile memory that can lose its power in the middle of a write, or fail aloud.</summary>
internal sealed class BenchMemory(int length) : INonVolatile
{
    private readonly byte[] _bytes = new byte[length];

    public int Length => _bytes.Length;

    /// <summary>Bytes that will still be written; what comes after them is lost without a word.</summary>
    public long BytesLeft { get; set; } = long.MaxValue;

    /// <summary>Every write throws.</summary>
    public bool Broken { get; set; }

    public long BytesWritten { get; private set; }

    public Span<byte> Bytes => _bytes;

    public void Read(int offset, Span<byte> destination) => _bytes.AsSpan(offset, destination.Length).CopyTo(destination);

    public void Write(int offset, ReadOnlySpan<byte> source)
    {
        if (Broken)
        {
            throw new IOException("The memory does not answer.");
        }

        int taken = (int)Math.Min(source.Length, BytesLeft);
        source[..taken].CopyTo(_bytes.AsSpan(offset));
        BytesLeft -= taken;
        BytesWritten += taken;
    }
}
