using MesoPen.Firmware;

namespace MesoPen.Simulator;

/// <summary>Memory whose power can fail in the middle of a write: of that write only the first bytes are kept, and nothing runs on after it.</summary>
/// <param name="memory">The memory itself.</param>
internal sealed class BrownoutMemory(INonVolatile memory) : INonVolatile
{
    private int? _keepBytes;

    public int Length => memory.Length;

    /// <summary>The power fails during the next write, of which so many bytes are kept.</summary>
    internal void FailNextWrite(int keepBytes) => _keepBytes = keepBytes;

    public void Read(int offset, Span<byte> destination) => memory.Read(offset, destination);

    public void Write(int offset, ReadOnlySpan<byte> source)
    {
        if (_keepBytes is not { } keep)
        {
            memory.Write(offset, source);
            return;
        }

        _keepBytes = null;
        if (keep > 0)
        {
            memory.Write(offset, source[..Math.Min(keep, source.Length)]);
        }

        throw new PowerLostException();
    }
}
