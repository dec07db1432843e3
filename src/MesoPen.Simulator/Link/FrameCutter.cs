using MesoPen.Protocol;

namespace MesoPen.Simulator;

/// <summary>Cuts bytes, however they come, into frames: runs that end with a zero. Nothing is lost: what is too long to be a frame comes in pieces.</summary>
internal sealed class FrameCutter
{
    private readonly byte[] _held = new byte[FrameWriter.FrameMax * 2];
    private readonly FrameReader _reader = new();
    private int _count;

    /// <summary>What a whole frame says; null if it is no good frame.</summary>
    internal FrameHeader? HeaderOf(ReadOnlySpan<byte> frame) =>
        frame is [.., 0] && _reader.TryRead(ref frame, out var read) ? read.Header : null;

    /// <summary>Takes the next frame from the front of the bytes; false when they are used up. The frame is good until the next call.</summary>
    internal bool TryTake(ref ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> frame)
    {
        frame = default;
        if (bytes.IsEmpty)
        {
            return false;
        }

        var end = bytes.IndexOf((byte)0);
        if (end >= 0 && _count == 0)
        {
            frame = bytes[..(end + 1)];
            bytes = bytes[(end + 1)..];
            return true;
        }

        var taken = Math.Min(end < 0 ? bytes.Length : end + 1, _held.Length - _count);
        bytes[..taken].CopyTo(_held.AsSpan(_count));
        _count += taken;
        bytes = bytes[taken..];
        if (_count < _held.Length && _held[_count - 1] != 0)
        {
            return false;
        }

        frame = _held.AsSpan(0, _count);
        _count = 0;
        return true;
    }

    /// <summary>What is held of a frame is lost.</summary>
    internal void Clear() => _count = 0;
}
