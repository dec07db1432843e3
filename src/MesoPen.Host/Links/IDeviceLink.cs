namespace MesoPen.Host.Links;

/// <summary>A byte stream to one device: a serial line, a TCP connection, or in tests a pair of buffers. Used once: opened, lost or closed, disposed.</summary>
public interface IDeviceLink : IDisposable
{
    /// <summary>The address as the user wrote it, for messages.</summary>
    string Name { get; }

    /// <summary>Begins to open. Returns at once; what comes of it is told to <paramref name="events"/>, on any thread.</summary>
    void Open(ILinkEvents events);

    /// <summary>Queues a frame and returns at once. An urgent one goes before all that waits. What cannot be sent ends in <see cref="ILinkEvents.Lost"/>.</summary>
    void Send(ReadOnlySpan<byte> frame, bool urgent);
}
