using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// A second reader over the same bytes that looks for stop frames only. It runs over a tick's whole input before any other frame
/// of it is acted on, so a stop waits behind nothing (SR-063).
/// </summary>
internal sealed class StopLane
{
    private readonly FrameReader _reader = new();

    /// <summary>Whether a stop frame ends in this input.</summary>
    internal bool Finds(ReadOnlySpan<byte> input)
    {
        bool found = false;
        while (_reader.TryRead(ref input, out Frame frame))
        {
            found |= frame.Header.Type == MessageType.Stop;
        }

        return found;
    }
}
