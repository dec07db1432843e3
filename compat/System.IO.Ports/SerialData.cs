namespace System.IO.Ports;

/// <summary>What was received, in a <see cref="SerialPort.DataReceived"/> event.</summary>
public enum SerialData
{
    /// <summary>A byte was received and placed in the input buffer.</summary>
    Chars = 1,

    /// <summary>The end-of-file byte was received and placed in the input buffer.</summary>
    Eof = 2,
}
