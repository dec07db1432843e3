using System.IO.Ports.Native;

namespace System.IO.Ports;

/// <summary>
/// Raises a port's events, one at a time, on a thread of its own. Data is noticed at once, by an edge-triggered epoll(7): it wakes for new
/// bytes, not for ones that a handler left unread. Lines and errors have no such wake on Linux and are looked at every few milliseconds, and
/// only where the device has them and somebody listens.
/// </summary>
internal sealed unsafe class EventPump
{
    private const int LookAtLinesMs = 10;

    private readonly SerialPort _port;
    private readonly TtyDevice _device;
    private readonly WakeSignal _wake = new();
    private volatile bool _stopping;
    private ModemLines? _lines;
    private LineCounters? _counters;

    public EventPump(SerialPort port, TtyDevice device)
    {
        _port = port;
        _device = device;
    }

    public void Start() => new Thread(Run) { IsBackground = true, Name = "serial port events" }.Start();

    /// <summary>Makes the thread look again: a handler came, or the threshold changed.</summary>
    public void Nudge() => _wake.Raise();

    /// <summary>Ends the thread, without waiting for it: a handler may be what closes the port.</summary>
    public void Stop()
    {
        _stopping = true;
        _wake.Raise();
    }

    private void Run()
    {
        int epoll = Libc.EpollCreate(Libc.CloseOnExec);
        EpollEntry woken;
        try
        {
            if (!Begin(epoll))
            {
                return;
            }

            while (!_stopping)
            {
                bool looks = (_lines is not null || _counters is not null) && _port.ListensToLines;
                int ready = Libc.EpollWait(epoll, &woken, 1, looks ? LookAtLinesMs : SerialPort.InfiniteTimeout);
                _wake.Lower();
                if (_stopping || !Step(dataMayHaveCome: ready > 0))
                {
                    return;
                }
            }
        }
        finally
        {
            _ = Libc.Close(epoll);
            _wake.Close();
        }
    }

    /// <summary>Takes the first look. False when the port is closed already.</summary>
    private bool Begin(int epoll)
    {
        bool held = false;
        try
        {
            _device.Handle.DangerousAddRef(ref held);
            EpollEntry edge = new(EpollEntry.In | EpollEntry.EdgeTriggered);
            EpollEntry level = new(EpollEntry.In);
            _lines = _device.TryGetModemLines();
            _counters = _device.TryGetCounters();
            return Libc.EpollControl(epoll, Libc.EpollAdd, _device.Handle.Terminal, &edge) == 0
                && Libc.EpollControl(epoll, Libc.EpollAdd, _wake.Descriptor, &level) == 0;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
        finally
        {
            if (held)
            {
                _device.Handle.DangerousRelease();
            }
        }
    }

    /// <summary>Looks once and raises what there is. False when the port is closed or has hung up: reads and writes tell that.</summary>
    private bool Step(bool dataMayHaveCome)
    {
        ModemLines? lines;
        LineCounters? counters;
        int waiting;
        try
        {
            waiting = dataMayHaveCome ? _port.BytesToRead : 0;
            lines = _lines is null ? null : _device.ReadModemLines();
            counters = _counters is null ? null : _device.ReadCounters();
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            return false;
        }

        if (waiting >= _port.ReceivedBytesThreshold)
        {
            _port.Raise(SerialData.Chars);
        }

        if (lines is not null || counters is not null)
        {
            RaiseLines(lines, counters);
        }

        return true;
    }

    private void RaiseLines(ModemLines? lines, LineCounters? counters)
    {
        LineState now = new(lines ?? ModemLines.None, counters ?? default);
        LineState before = new(_lines ?? ModemLines.None, _counters ?? default);
        _lines = lines;
        _counters = counters;
        foreach (SerialPinChange change in LineState.PinChanges(before, now))
        {
            _port.Raise(change);
        }

        foreach (SerialError error in LineState.Errors(before, now))
        {
            _port.Raise(error);
        }
    }
}
