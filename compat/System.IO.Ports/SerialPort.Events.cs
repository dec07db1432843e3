namespace System.IO.Ports;

/// <content>The events. They are raised on a thread of their own, one at a time, that runs while the port is open and somebody listens.</content>
public partial class SerialPort
{
    private readonly Lock _eventGate = new();
    private SerialDataReceivedEventHandler? _dataReceived;
    private SerialErrorReceivedEventHandler? _errorReceived;
    private SerialPinChangedEventHandler? _pinChanged;
    private EventPump? _events;

    /// <summary>Bytes were received; <see cref="ReceivedBytesThreshold"/> of them at least are waiting.</summary>
    public event SerialDataReceivedEventHandler DataReceived
    {
        add => Listen(() => _dataReceived += value);
        remove => Listen(() => _dataReceived -= value);
    }

    /// <summary>The driver counted an error.</summary>
    public event SerialErrorReceivedEventHandler ErrorReceived
    {
        add => Listen(() => _errorReceived += value);
        remove => Listen(() => _errorReceived -= value);
    }

    /// <summary>A line beside the data changed, or a break was received.</summary>
    public event SerialPinChangedEventHandler PinChanged
    {
        add => Listen(() => _pinChanged += value);
        remove => Listen(() => _pinChanged -= value);
    }

    /// <summary>Whether somebody wants what only looking at the lines can tell.</summary>
    internal bool ListensToLines => _errorReceived is not null || _pinChanged is not null;

    internal void Raise(SerialData what) => _dataReceived?.Invoke(this, new SerialDataReceivedEventArgs(what));

    internal void Raise(SerialError what) => _errorReceived?.Invoke(this, new SerialErrorReceivedEventArgs(what));

    internal void Raise(SerialPinChange what) => _pinChanged?.Invoke(this, new SerialPinChangedEventArgs(what));

    private void Listen(Action change)
    {
        lock (_eventGate)
        {
            change();
        }

        StartEvents();
    }

    private void StartEvents()
    {
        lock (_eventGate)
        {
            if (_stream is not { } stream || (_dataReceived is null && !ListensToLines))
            {
                return;
            }

            if (_events is null)
            {
                _events = new EventPump(this, stream.Device);
                _events.Start();
            }
            else
            {
                _events.Nudge();
            }
        }
    }

    private void StopEvents()
    {
        lock (_eventGate)
        {
            _events?.Stop();
            _events = null;
        }
    }
}
