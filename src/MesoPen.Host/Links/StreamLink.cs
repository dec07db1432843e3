using MesoPen.Protocol;

namespace MesoPen.Host.Links;

/// <summary>
/// What serial lines and TCP have in common: a thread that reads, a thread that writes (urgent frames first), a watch over both, and one
/// reason when it ends. The stream is closed by the writer's thread, after the urgent frames that still wait: a stop is not thrown away.
/// </summary>
internal abstract class StreamLink : IDeviceLink
{
    /// <summary>A device that takes no byte for this long is not there any more; its lease has long lapsed.</summary>
    public static readonly TimeSpan StuckLimit = TimeSpan.FromSeconds(1);

    private const int FramesMax = 64;
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan RoomInterval = TimeSpan.FromMilliseconds(2);

    private readonly object _gate = new();
    private readonly object _telling = new();
    private readonly FrameQueue _urgent = new(FramesMax);
    private readonly FrameQueue _frames = new(FramesMax);
    private readonly CancellationTokenSource _closing = new();
    private readonly bool _resynchronises;
    private ILinkEvents? _events;
    private ITimer? _watch;
    private long _writingSince;
    private bool _closed;

    /// <param name="name">The address, for messages.</param>
    /// <param name="time">The clock of the watches.</param>
    /// <param name="resynchronises">Whether the other end reads frames, and is to forget what an earlier conversation left.</param>
    protected StreamLink(string name, TimeProvider time, bool resynchronises = true)
    {
        Name = name;
        Time = time;
        _resynchronises = resynchronises;
    }

    /// <inheritdoc />
    public string Name { get; }

    protected TimeProvider Time { get; }

    /// <inheritdoc />
    public void Open(ILinkEvents events)
    {
        lock (_gate)
        {
            if (_events is not null || _closed)
            {
                throw new InvalidOperationException("A link is opened once.");
            }

            _events = events;
        }

        new Thread(Read) { IsBackground = true, Name = "mesopen-read" }.Start();
    }

    /// <inheritdoc />
    public void Send(ReadOnlySpan<byte> frame, bool urgent)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            if ((urgent ? _urgent : _frames).TryAdd(frame))
            {
                Monitor.PulseAll(_gate);
                return;
            }
        }

        Lose($"{Name} does not take what is sent to it: check the cable and that the device is on.");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            Monitor.PulseAll(_gate);
        }

        _watch?.Dispose();
        _closing.Cancel();
    }

    /// <summary>Opens the stream, blocking, until it is open or <paramref name="closing"/> says that nobody wants it any more.</summary>
    protected abstract void OpenStream(CancellationToken closing);

    /// <summary>Reads what there is, waiting for the first byte; 0 when the other end has closed. Throws when <see cref="CloseStream"/> was called meanwhile.</summary>
    protected abstract int ReadStream(byte[] buffer);

    /// <summary>Writes all of it, for at most <see cref="StuckLimit"/>.</summary>
    /// <exception cref="TimeoutException">It was not taken in time.</exception>
    protected abstract void WriteStream(byte[] buffer, int count);

    /// <summary>Whether so little waits below that an urgent frame would soon be out.</summary>
    protected abstract bool HasRoom();

    /// <summary>Closes the stream, and with that wakes who reads it. Called once, if the stream was opened.</summary>
    protected abstract void CloseStream();

    /// <summary>Looks whether the device is still there; a sentence if not. Called now and then.</summary>
    protected abstract string? FindAbsence();

    /// <summary>What a failure to open, to read or to write means, and what to do.</summary>
    protected abstract string Explain(Exception failure, bool opening);

    private void Read()
    {
        if (!TryOpen())
        {
            return;
        }

        byte[] buffer = new byte[4096];
        try
        {
            while (ReadStream(buffer) is > 0 and int count)
            {
                TellReceived(buffer.AsSpan(0, count));
            }

            Lose($"{Name} was closed at its other end: switch the device on, or start the simulator again.");
        }
        catch (Exception failure)
        {
            Lose(Explain(failure, opening: false));
        }
    }

    private bool TryOpen()
    {
        try
        {
            OpenStream(_closing.Token);
        }
        catch (Exception failure)
        {
            Lose(Explain(failure, opening: true));
            return false;
        }

        Thread writer = new(Write) { IsBackground = true, Name = "mesopen-write" };
        lock (_gate)
        {
            if (!_closed)
            {
                _watch = Time.CreateTimer(static link => ((StreamLink)link!).Watch(), this, WatchInterval, WatchInterval);
            }
        }

        // The writer may find the line lost at once, and that is told after this. It is started even if the link was closed meanwhile: it is
        // the one that closes the stream.
        TellOpened();
        writer.Start();
        return true;
    }

    private void Write()
    {
        byte[] buffer = new byte[FrameWriter.FrameMax];
        try
        {
            // A zero ends whatever an earlier conversation left in the device's reader (hardware/protocol.md section 2).
            buffer[0] = 0;
            for (int count = _resynchronises ? 1 : TakeNext(buffer); count > 0; count = TakeNext(buffer))
            {
                Volatile.Write(ref _writingSince, Math.Max(1, Time.GetTimestamp()));
                WriteStream(buffer, count);
                Volatile.Write(ref _writingSince, 0);
            }
        }
        catch (Exception failure)
        {
            Lose(failure is TimeoutException ? Stuck() : Explain(failure, opening: false));
        }
        finally
        {
            Close();
        }
    }

    private void Close()
    {
        try
        {
            CloseStream();
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or UnauthorizedAccessException or InvalidOperationException)
        {
            // It is gone already, and was told as lost, or nobody is told any more.
        }
    }

    /// <summary>Waits for a frame and moves it to <paramref name="buffer"/>; 0 when the link is closed and no urgent frame waits.</summary>
    private int TakeNext(byte[] buffer)
    {
        long fullSince = 0;
        while (true)
        {
            bool full = !HasRoom();
            lock (_gate)
            {
                if (_urgent.Take(buffer) is > 0 and int urgent)
                {
                    return urgent;
                }

                if (_closed)
                {
                    return 0;
                }

                if (_frames.Count > 0 && !full)
                {
                    return _frames.Take(buffer);
                }

                if (_frames.Count == 0)
                {
                    fullSince = 0;
                    Monitor.Wait(_gate);
                }
                else
                {
                    fullSince = fullSince == 0 ? Math.Max(1, Time.GetTimestamp()) : fullSince;
                    Monitor.Wait(_gate, RoomInterval);
                }
            }

            if (fullSince != 0 && Time.GetElapsedTime(fullSince) > StuckLimit)
            {
                throw new TimeoutException();
            }
        }
    }

    private void Watch()
    {
        long since = Volatile.Read(ref _writingSince);
        if (since != 0 && Time.GetElapsedTime(since) > StuckLimit)
        {
            Lose(Stuck());
        }
        else if (FindAbsence() is { } absence)
        {
            Lose(absence);
        }
    }

    private string Stuck() => $"{Name} has taken no byte for {StuckLimit.TotalSeconds:0.#} s: check the cable and that the device is on.";

    private void TellOpened()
    {
        lock (_telling)
        {
            Listener()?.Opened();
        }
    }

    private void TellReceived(ReadOnlySpan<byte> bytes)
    {
        lock (_telling)
        {
            Listener()?.Received(bytes);
        }
    }

    /// <summary>Tells the user that the link is lost, unless somebody did or the user has disposed it, and closes.</summary>
    private void Lose(string reason)
    {
        lock (_telling)
        {
            Listener()?.Lost(reason);
            Dispose();
        }
    }

    /// <summary>Whom to tell; nobody once the link was lost or disposed.</summary>
    private ILinkEvents? Listener()
    {
        lock (_gate)
        {
            return _closed ? null : _events;
        }
    }
}
