using MesoPen.Protocol;

namespace MesoPen.Host.Links;

/// <summary>Cuts a byte stream at its zeros and keeps the bytes, for who wants to show them as they came; whether a run is a frame it leaves to others.</summary>
internal sealed class FrameSplitter
{
    // Longer than a frame, so that what is too long to be one is seen as such.
    private readonly byte[] _held = new byte[2 * FrameWriter.FrameMax];
    private int _count;

    /// <summary>Takes bytes up to the next zero. False when the input is used up. A run longer than the room is cut into several.</summary>
    /// <param name="input">What has come; on return, what is still unread.</param>
    /// <param name="run">The bytes up to and with the zero, valid until the next call.</param>
    public bool TryTake(ref ReadOnlySpan<byte> input, out ReadOnlySpan<byte> run)
    {
        while (!input.IsEmpty)
        {
            byte next = input[0];
            input = input[1..];
            if (next == 0 && _count == 0)
            {
                continue;
            }

            _held[_count++] = next;
            if (next == 0 || _count == _held.Length)
            {
                run = _held.AsSpan(0, _count);
                _count = 0;
                return true;
            }
        }

        run = default;
        return false;
    }
}
