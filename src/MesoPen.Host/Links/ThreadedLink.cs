namespace MesoPen.Host.Links;

/// <summary>A link over a blocking stream: one thread opens and reads, one writes. What is urgent is written before what waits.</summary>
public abstract class ThreadedLink : IDeviceLink
{
    // More than a second of frames at 115,200 Bd: a line that is this far behind is stuck.
    private const int FramesWaitingMax = 128;

    private readonly object _gate = new();
    private readonly object _telling = new();
    private readonly LinkedList<byte[]> _urgent = new();
    private readonly LinkedList<byte[]> _waiting = new();
    private ILinkEvents? _events;
    private Stream? _stream;
    private bool _over;

    /// <param name="name">The address, for messages.</param>
    protected ThreadedLink(string name)
    {
        Name = name;
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public void Open(ILinkEvents events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _events = events;
        new Thread(Read) { Name = "read " + Name, IsBackground = true }.Start();
    }

    /// <inheritdoc />
    public void Send(ReadOnlySpan<byte> frame, bool urgent)
    {
        lock (_gate)
        {
            if (_over || _stream is null)
            {
                return;
            }

            if (urgent || _waiting.Count < FramesWaitingMax)
            {
                (urgent ? _urgent : _waiting).AddLast(frame.ToArray());
                Monitor.PulseAll(_gate);
                return;
            }
        }

        End($"{Name} takes no more bytes: check the cable, then connect again.");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the stream, blocking. What it throws becomes the reason of the loss.</summary>
    protected abstract Stream Connect();

    /// <summary>A sentence for a failure to open or to go on.</summary>
    protected abstract string Explain(Exception failure);

    /// <summary>Called when nothing came for a while; throws if the device is gone.</summary>
    protected virtual void CheckAlive()
    {
    }

    private void Read()
    {
        try
        {
            Stream stream = Connect();
            lock (_gate)
            {
                if (_over)
                {
                    stream.Dispose();
                    return;
                }

                _stream = stream;

                // A lone zero ends whatever the device had half received from an earlier connection.
                _urgent.AddLast([0]);
            }

            new Thread(Write) { Name = "write " + Name, IsBackground = true }.Start();
            Tell(events => events.Opened());
            Pump(stream);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            End(Explain(failure));
        }
    }

    private void Pump(Stream stream)
    {
        byte[] buffer = new byte[4096];
        while (true)
        {
            int read;
            try
            {
                read = stream.Read(buffer, 0, buffer.Length);
            }
            catch (TimeoutException)
            {
                CheckAlive();
                continue;
            }

            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            Tell(events => events.Received(buffer.AsSpan(0, read)));
        }
    }

    private void Write()
    {
        try
        {
            while (Next() is { } frame)
            {
                _stream!.Write(frame, 0, frame.Length);
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            End(Explain(failure));
        }
    }

    private byte[]? Next()
    {
        lock (_gate)
        {
            while (!_over && _urgent.Count == 0 && _waiting.Count == 0)
            {
                Monitor.Wait(_gate);
            }

            if (_over)
            {
                return null;
            }

            LinkedList<byte[]> lane = _urgent.Count > 0 ? _urgent : _waiting;
            byte[] frame = lane.First!.Value;
            lane.RemoveFirst();
            return frame;
        }
    }

    private void Tell(Action<ILinkEvents> what)
    {
        lock (_telling)
        {
            if (!_over)
            {
                what(_events!);
            }
        }
    }

    private void End(string reason)
    {
        lock (_telling)
        {
            if (Close())
            {
                _events!.Lost(reason);
            }
        }
    }

    private bool Close()
    {
        Stream? stream;
        lock (_gate)
        {
            if (_over)
            {
                return false;
            }

            _over = true;
            stream = _stream;
            Monitor.PulseAll(_gate);
        }

        try
        {
            stream?.Dispose();
        }
        catch (IOException)
        {
            // It is gone already.
        }

        return true;
    }
}
