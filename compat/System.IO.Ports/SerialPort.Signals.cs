namespace System.IO.Ports;

/// <content>The lines beside the data, the break, and the buffers.</content>
public partial class SerialPort
{
    private bool _dtrEnable;
    private bool _rtsEnable;
    private bool _breakState;

    /// <summary>
    /// Whether Data Terminal Ready is raised. While it is false at <see cref="Open"/> the line is left alone. The default is false.
    /// </summary>
    /// <exception cref="IOException">The device has no such line.</exception>
    public bool DtrEnable
    {
        get => _dtrEnable;
        set
        {
            Drive(ModemLines.DataTerminalReady, value, _dtrEnable);
            _dtrEnable = value;
        }
    }

    /// <summary>
    /// Whether Request to Send is raised. While it is false at <see cref="Open"/> the line is left alone. The default is false.
    /// </summary>
    /// <exception cref="InvalidOperationException">The handshake drives this line by itself.</exception>
    /// <exception cref="IOException">The device has no such line.</exception>
    public bool RtsEnable
    {
        get
        {
            RefuseWhileFlowControlled();
            return _rtsEnable;
        }

        set
        {
            RefuseWhileFlowControlled();
            Drive(ModemLines.RequestToSend, value, _rtsEnable);
            _rtsEnable = value;
        }
    }

    /// <summary>Whether Clear to Send is raised by the other side.</summary>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="IOException">The device has no such line.</exception>
    public bool CtsHolding => OpenDevice.IsRaised(ModemLines.ClearToSend);

    /// <summary>Whether Data Set Ready is raised by the other side.</summary>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="IOException">The device has no such line.</exception>
    public bool DsrHolding => OpenDevice.IsRaised(ModemLines.DataSetReady);

    /// <summary>Whether Carrier Detect is raised by the other side.</summary>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="IOException">The device has no such line.</exception>
    public bool CDHolding => OpenDevice.IsRaised(ModemLines.CarrierDetect);

    /// <summary>Whether this side holds the line in break. Nothing can be written meanwhile.</summary>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="IOException">The device cannot do it.</exception>
    public bool BreakState
    {
        get
        {
            _ = OpenStream;
            return _breakState;
        }

        set
        {
            TtyDevice device = OpenDevice;
            if (value != _breakState)
            {
                device.DriveBreak(value);
                _breakState = value;
            }
        }
    }

    /// <summary>Bytes received and not yet read, in the driver and in this object.</summary>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    public int BytesToRead => OpenDevice.CountInput() + _input.Count;

    /// <summary>Bytes written and not yet sent.</summary>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    public int BytesToWrite => OpenDevice.CountOutput();

    /// <summary>Drops what was received and not yet read.</summary>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    public void DiscardInBuffer()
    {
        OpenDevice.DiscardInput();
        _input.Clear();
    }

    /// <summary>Drops what was written and not yet sent.</summary>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    public void DiscardOutBuffer() => OpenDevice.DiscardOutput();

    private void Drive(ModemLines line, bool raised, bool wasRaised)
    {
        // From false to false there is nothing to drive, so a device without the line does not mind.
        if (_stream is { } stream && (raised || wasRaised))
        {
            stream.Device.Drive(line, raised);
        }
    }

    private void RefuseWhileFlowControlled()
    {
        if (_line.UsesRequestToSend)
        {
            throw new InvalidOperationException("RtsEnable cannot be used while the handshake drives the line.");
        }
    }
}
