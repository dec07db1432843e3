namespace System.IO.Ports;

/// <summary>What a <see cref="SerialPort.DataReceived"/> event tells.</summary>
public class SerialDataReceivedEventArgs : EventArgs
{
    internal SerialDataReceivedEventArgs(SerialData eventType) => EventType = eventType;

    /// <summary>The kind of event.</summary>
    public SerialData EventType { get; }
}
