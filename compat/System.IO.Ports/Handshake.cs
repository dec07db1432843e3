namespace System.IO.Ports;

/// <summary>The flow control that a <see cref="SerialPort"/> uses.</summary>
public enum Handshake
{
    /// <summary>No flow control.</summary>
    None = 0,

    /// <summary>Software flow control: the receiver sends XOff to stop the sender and XOn to let it go on.</summary>
    XOnXOff = 1,

    /// <summary>Hardware flow control by the RTS and CTS lines.</summary>
    RequestToSend = 2,

    /// <summary>Hardware and software flow control together.</summary>
    RequestToSendXOnXOff = 3,
}
