namespace System.IO.Ports;

/// <summary>What a <see cref="SerialPort.ErrorReceived"/> event tells.</summary>
public class SerialErrorReceivedEventArgs : EventArgs
{
    internal SerialErrorReceivedEventArgs(SerialError eventType) => EventType = eventType;

    /// <summary>The kind of event.</summary>
    public SerialError EventType { get; }
}
