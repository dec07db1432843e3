namespace System.IO.Ports;

/// <summary>Which line changed, in a <see cref="SerialPort.PinChanged"/> event.</summary>
public enum SerialPinChange
{
    /// <summary>Clear to Send changed.</summary>
    CtsChanged = 8,

    /// <summary>Data Set Ready changed.</summary>
    DsrChanged = 16,

    /// <summary>Carrier Detect changed.</summary>
    CDChanged = 32,

    /// <summary>A break was received.</summary>
    Break = 64,

    /// <summary>A ring was signalled.</summary>
    Ring = 256,
}
