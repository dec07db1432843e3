using MesoPen.Protocol;

namespace MesoPen.Host.Links;

/// <summary>A bounded queue of frames whose room is made once: nothing is allocated while frames pass.</summary>
internal sealed class FrameQueue(int capacity)
{
    private readonly byte[] _bytes = new byte[capacity * FrameWriter.FrameMax];
    private readonly int[] _lengths = new int[capacity];
    private int _first;

    public int Count { get; private set; }

    /// <summary>False, and nothing queued, if it is full.</summary>
    public bool TryAdd(ReadOnlySpan<byte> frame)
    {
        if (Count == capacity)
        {
            return false;
        }

        int slot = (_first + Count) % capacity;
        frame.CopyTo(_bytes.AsSpan(slot * FrameWriter.FrameMax, FrameWriter.FrameMax));
        _lengths[slot] = frame.Length;
        Count++;
        return true;
    }

    /// <summary>Moves the oldest frame to <paramref name="destination"/> and gives its length; 0 if there is none.</summary>
    public int Take(Span<byte> destination)
    {
        if (Count == 0)
        {
            return 0;
        }

        int length = _lengths[_first];
        _bytes.AsSpan(_first * FrameWriter.FrameMax, length).CopyTo(destination);
        _first = (_first + 1) % capacity;
        Count--;
        return length;
    }
}
