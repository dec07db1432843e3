namespace System.IO.Ports;

/// <summary>What a <see cref="SerialPort.PinChanged"/> event tells.</summary>
public class SerialPinChangedEventArgs : EventArgs
{
    internal SerialPinChangedEventArgs(SerialPinChange eventType) => EventType = eventType;

    /// <summary>The kind of event.</summary>
    public SerialPinChange EventType { get; }
}
