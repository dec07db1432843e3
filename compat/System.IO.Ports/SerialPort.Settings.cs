using System.Text;

namespace System.IO.Ports;

/// <content>The properties that say how the port is driven. Each takes effect at once when the port is open.</content>
public partial class SerialPort
{
    private const string DefaultPortName = "COM1";
    private const int DefaultBaudRate = 9600;
    private const int DefaultDataBits = 8;
    private const int DefaultReadBufferSize = 4096;
    private const int DefaultWriteBufferSize = 2048;

    private string _portName = DefaultPortName;
    private LineSettings _line = new(DefaultBaudRate, Parity.None, DefaultDataBits, StopBits.One, Handshake.None, ParityReplace: (byte)'?');
    private bool _discardNull;
    private int _readTimeout = InfiniteTimeout;
    private int _writeTimeout = InfiniteTimeout;
    private int _readBufferSize = DefaultReadBufferSize;
    private int _writeBufferSize = DefaultWriteBufferSize;
    private int _receivedBytesThreshold = 1;
    private string _newLine = "\n";
    private Encoding _encoding = Encoding.ASCII;

    /// <summary>The device, for example <c>/dev/ttyUSB0</c>. The default is COM1.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is empty or starts with two backslashes.</exception>
    /// <exception cref="InvalidOperationException">The port is open.</exception>
    public string PortName
    {
        get => _portName;
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value, nameof(PortName));
            if (value.StartsWith(@"\\", StringComparison.Ordinal))
            {
                throw new ArgumentException("A port name does not start with two backslashes.", nameof(PortName));
            }

            RefuseWhileOpen(nameof(PortName));
            _portName = value;
        }
    }

    /// <summary>Bits per second; any rate that the device can do. The default is 9600.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive, or the device cannot do it.</exception>
    /// <exception cref="IOException">The device refuses it.</exception>
    public int BaudRate
    {
        get => _line.BaudRate;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, nameof(BaudRate));
            Line = _line with { BaudRate = value };
        }
    }

    /// <summary>The parity bit. The default is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has no name.</exception>
    /// <exception cref="IOException">The device refuses it.</exception>
    public Parity Parity
    {
        get => _line.Parity;
        set
        {
            RefuseOutside(value is >= Parity.None and <= Parity.Space, value, nameof(Parity));
            Line = _line with { Parity = value };
        }
    }

    /// <summary>Data bits in a byte, 5 to 8. The default is 8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside that range.</exception>
    /// <exception cref="IOException">The device refuses it.</exception>
    public int DataBits
    {
        get => _line.DataBits;
        set
        {
            RefuseOutside(value is >= 5 and <= 8, value, nameof(DataBits));
            Line = _line with { DataBits = value };
        }
    }

    /// <summary>The stop bits. The default is one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is None, or has no name.</exception>
    /// <exception cref="IOException">The device refuses it.</exception>
    public StopBits StopBits
    {
        get => _line.StopBits;
        set
        {
            RefuseOutside(value is >= StopBits.One and <= StopBits.OnePointFive, value, nameof(StopBits));
            Line = _line with { StopBits = value };
        }
    }

    /// <summary>The flow control. The default is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has no name.</exception>
    /// <exception cref="IOException">The device refuses it.</exception>
    public Handshake Handshake
    {
        get => _line.Handshake;
        set
        {
            RefuseOutside(value is >= Handshake.None and <= Handshake.RequestToSendXOnXOff, value, nameof(Handshake));
            Line = _line with { Handshake = value };
        }
    }

    /// <summary>What stands where a byte came with the wrong parity; zero leaves such bytes as they came. The default is '?'.</summary>
    /// <exception cref="IOException">The device refuses it.</exception>
    public byte ParityReplace
    {
        get => _line.ParityReplace;
        set => Line = _line with { ParityReplace = value };
    }

    /// <summary>Whether received null bytes are dropped. The default is false.</summary>
    /// <exception cref="IOException">The device has hung up.</exception>
    public bool DiscardNull
    {
        get => _discardNull;
        set
        {
            _stream?.Device.Configure(_line, value);
            _discardNull = value;
        }
    }

    /// <summary>How long a read waits, in ms. The default is <see cref="InfiniteTimeout"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative and not <see cref="InfiniteTimeout"/>.</exception>
    public int ReadTimeout
    {
        get => _readTimeout;
        set
        {
            RefuseOutside(value >= InfiniteTimeout, value, nameof(ReadTimeout));
            _readTimeout = value;
        }
    }

    /// <summary>How long a write waits, in ms. The default is <see cref="InfiniteTimeout"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative and not <see cref="InfiniteTimeout"/>.</exception>
    public int WriteTimeout
    {
        get => _writeTimeout;
        set
        {
            RefuseOutside(value >= InfiniteTimeout, value, nameof(WriteTimeout));
            _writeTimeout = value;
        }
    }

    /// <summary>The size asked of the driver's input buffer, in bytes; Linux has its own and ignores it. The default is 4096.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    /// <exception cref="InvalidOperationException">The port is open.</exception>
    /// <exception cref="IOException">The value is odd.</exception>
    public int ReadBufferSize
    {
        get => _readBufferSize;
        set => _readBufferSize = CheckBufferSize(value, nameof(ReadBufferSize));
    }

    /// <summary>The size asked of the driver's output buffer, in bytes; Linux has its own and ignores it. The default is 2048.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    /// <exception cref="InvalidOperationException">The port is open.</exception>
    /// <exception cref="IOException">The value is odd.</exception>
    public int WriteBufferSize
    {
        get => _writeBufferSize;
        set => _writeBufferSize = CheckBufferSize(value, nameof(WriteBufferSize));
    }

    /// <summary>How many bytes must be waiting before <see cref="DataReceived"/> is raised. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int ReceivedBytesThreshold
    {
        get => _receivedBytesThreshold;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, nameof(ReceivedBytesThreshold));
            _receivedBytesThreshold = value;
            _events?.Nudge();
        }
    }

    /// <summary>What ends a line, for <see cref="ReadLine"/> and <see cref="WriteLine"/>. The default is a line feed.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public string NewLine
    {
        get => _newLine;
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value, nameof(NewLine));
            _newLine = value;
        }
    }

    /// <summary>How text becomes bytes and bytes text. The default is ASCII.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The encoding is not one of those supported.</exception>
    public Encoding Encoding
    {
        get => _encoding;
        set
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Encoding));
            if (!IsSupported(value))
            {
                throw new ArgumentException($"The encoding {value.WebName} is not supported.", nameof(Encoding));
            }

            _encoding = value;
            _input.Encoding = value;
        }
    }

    private LineSettings Line
    {
        get => _line;
        set
        {
            // What the device refuses is not kept.
            _stream?.Device.Configure(value, _discardNull);
            _line = value;
        }
    }

    private int CheckBufferSize(int value, string property)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, property);
        RefuseWhileOpen(property);
        if ((value & 1) != 0)
        {
            throw new IOException($"{property} must be even.");
        }

        return value;
    }

    private void RefuseWhileOpen(string property)
    {
        if (IsOpen)
        {
            throw new InvalidOperationException($"{property} cannot be set while the port is open.");
        }
    }

    private static void RefuseOutside<T>(bool inside, T value, string property)
    {
        if (!inside)
        {
            throw new ArgumentOutOfRangeException(property, value, $"{property} cannot have this value.");
        }
    }
}
