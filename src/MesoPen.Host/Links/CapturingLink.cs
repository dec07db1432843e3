using MesoPen.Protocol;

namespace MesoPen.Host.Links;

/// <summary>A link whose frames are written to a file besides, in both directions.</summary>
public sealed class CapturingLink(IDeviceLink inner, FrameCapture capture) : IDeviceLink
{
    private readonly FrameReader _sent = new();

    /// <inheritdoc />
    public string Name => inner.Name;

    /// <inheritdoc />
    public void Open(ILinkEvents events) => inner.Open(new Tap(events, capture));

    /// <inheritdoc />
    public void Send(ReadOnlySpan<byte> frame, bool urgent)
    {
        capture.Write("sent", _sent, frame);
        inner.Send(frame, urgent);
    }

    /// <inheritdoc />
    public void Dispose() => inner.Dispose();

    private sealed class Tap(ILinkEvents events, FrameCapture capture) : ILinkEvents
    {
        private readonly FrameReader _received = new();

        public void Opened() => events.Opened();

        public void Received(ReadOnlySpan<byte> bytes)
        {
            capture.Write("received", _received, bytes);
            events.Received(bytes);
        }

        public void Lost(string reason) => events.Lost(reason);
    }
}
