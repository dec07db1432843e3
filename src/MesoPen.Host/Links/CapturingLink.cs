namespace MesoPen.Host.Links;

/// <summary>A link whose frames, openings and losses are written to a file besides, so that it can be shown what was and what was never sent.</summary>
/// <param name="inner">The link itself.</param>
/// <param name="capture">The file; it outlives the link.</param>
public sealed class CapturingLink(IDeviceLink inner, FrameCapture capture) : IDeviceLink
{
    /// <inheritdoc />
    public string Name => inner.Name;

    /// <inheritdoc />
    public void Open(ILinkEvents events)
    {
        ArgumentNullException.ThrowIfNull(events);
        inner.Open(new Tap(events, capture, Name));
    }

    /// <summary>Writes the frame down, then hands it on: what is not in the file was not sent.</summary>
    public void Send(ReadOnlySpan<byte> frame, bool urgent)
    {
        capture.WriteSent(frame, urgent);
        inner.Send(frame, urgent);
    }

    /// <inheritdoc />
    public void Dispose() => inner.Dispose();

    private sealed class Tap(ILinkEvents events, FrameCapture capture, string name) : ILinkEvents
    {
        private readonly FrameSplitter _received = new();

        public void Opened()
        {
            capture.WriteLink("opened", name);
            events.Opened();
        }

        public void Received(ReadOnlySpan<byte> bytes)
        {
            capture.WriteReceived(_received, bytes);
            events.Received(bytes);
        }

        public void Lost(string reason)
        {
            capture.WriteLink("lost", reason);
            events.Lost(reason);
        }
    }
}
