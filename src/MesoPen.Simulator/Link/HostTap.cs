using MesoPen.Protocol;

namespace MesoPen.Simulator;

/// <summary>Listens on the wire from the host, for the truth's sake: a good frame came, and whether it was a stop.</summary>
internal sealed class HostTap
{
    private readonly FrameReader _reader = new();

    /// <summary>Returns whether at least one good frame ended in these bytes.</summary>
    internal bool Hear(ReadOnlySpan<byte> input, out bool stop)
    {
        var any = false;
        stop = false;
        while (_reader.TryRead(ref input, out var frame))
        {
            any = true;
            stop |= frame.Header.Type == MessageType.Stop;
        }

        return any;
    }
}
