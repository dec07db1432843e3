namespace System.IO.Ports;

/// <summary>How long the line rests after each byte.</summary>
public enum StopBits
{
    /// <summary>No stop bit. <see cref="SerialPort.StopBits"/> refuses it.</summary>
    None = 0,

    /// <summary>One stop bit.</summary>
    One = 1,

    /// <summary>Two stop bits.</summary>
    Two = 2,

    /// <summary>One and a half; the usual hardware has it with five data bits only.</summary>
    OnePointFive = 3,
}
