namespace System.IO.Ports;

/// <summary>What went wrong, in a <see cref="SerialPort.ErrorReceived"/> event.</summary>
public enum SerialError
{
    /// <summary>The input buffer overflowed; bytes are lost.</summary>
    RXOver = 1,

    /// <summary>The hardware's own buffer overflowed; the next byte is lost.</summary>
    Overrun = 2,

    /// <summary>A byte arrived with the wrong parity.</summary>
    RXParity = 4,

    /// <summary>A byte arrived without its stop bit.</summary>
    Frame = 8,

    /// <summary>A byte was to be sent while the output buffer was full.</summary>
    TXFull = 256,
}
