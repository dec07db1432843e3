using System.ComponentModel;
using System.Text;

namespace System.IO.Ports;

/// <summary>
/// A serial port. Stands in for the class of the same name in the package System.IO.Ports, on Linux; compat/README.md says what is covered.
/// </summary>
public partial class SerialPort : Component
{
    /// <summary>The timeout that never comes.</summary>
    public const int InfiniteTimeout = -1;

    // Null while the port is closed.
    private PortStream? _stream;

    /// <summary>Makes a port with the default settings: COM1, 9600 baud, no parity, eight data bits, one stop bit.</summary>
    public SerialPort()
    {
    }

    /// <summary>Makes a port with the default settings and puts it in a container.</summary>
    /// <param name="container">The container.</param>
    public SerialPort(IContainer container)
    {
        ArgumentNullException.ThrowIfNull(container);
        container.Add(this);
    }

    /// <summary>Makes a port with the given name.</summary>
    /// <param name="portName">The device, for example <c>/dev/ttyUSB0</c>.</param>
    public SerialPort(string portName)
        : this(portName, DefaultBaudRate)
    {
    }

    /// <summary>Makes a port with the given name and rate.</summary>
    /// <param name="portName">The device, for example <c>/dev/ttyUSB0</c>.</param>
    /// <param name="baudRate">Bits per second.</param>
    public SerialPort(string portName, int baudRate)
        : this(portName, baudRate, Parity.None)
    {
    }

    /// <summary>Makes a port with the given name, rate and parity.</summary>
    /// <param name="portName">The device, for example <c>/dev/ttyUSB0</c>.</param>
    /// <param name="baudRate">Bits per second.</param>
    /// <param name="parity">The parity bit.</param>
    public SerialPort(string portName, int baudRate, Parity parity)
        : this(portName, baudRate, parity, DefaultDataBits)
    {
    }

    /// <summary>Makes a port with the given name, rate, parity and data bits.</summary>
    /// <param name="portName">The device, for example <c>/dev/ttyUSB0</c>.</param>
    /// <param name="baudRate">Bits per second.</param>
    /// <param name="parity">The parity bit.</param>
    /// <param name="dataBits">Data bits in a byte, 5 to 8.</param>
    public SerialPort(string portName, int baudRate, Parity parity, int dataBits)
        : this(portName, baudRate, parity, dataBits, StopBits.One)
    {
    }

    /// <summary>Makes a port with the given name, rate, parity, data bits and stop bits.</summary>
    /// <param name="portName">The device, for example <c>/dev/ttyUSB0</c>.</param>
    /// <param name="baudRate">Bits per second.</param>
    /// <param name="parity">The parity bit.</param>
    /// <param name="dataBits">Data bits in a byte, 5 to 8.</param>
    /// <param name="stopBits">The stop bits.</param>
    public SerialPort(string portName, int baudRate, Parity parity, int dataBits, StopBits stopBits)
    {
        PortName = portName;
        BaudRate = baudRate;
        Parity = parity;
        DataBits = dataBits;
        StopBits = stopBits;
    }

    /// <summary>Whether this object has the port open. It stays true when the device goes away, until <see cref="Close"/>.</summary>
    public bool IsOpen => _stream is not null;

    /// <summary>The port as a stream of bytes, without the buffer that the text methods of this class use.</summary>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    public Stream BaseStream => OpenStream;

    private PortStream OpenStream => _stream ?? throw PortErrors.NotOpen();

    private TtyDevice OpenDevice => OpenStream.Device;

    /// <summary>Opens the port, for this object alone.</summary>
    /// <exception cref="InvalidOperationException">This object has it open already.</exception>
    /// <exception cref="UnauthorizedAccessException">It is open elsewhere, or access is denied.</exception>
    /// <exception cref="IOException">It is not there (<see cref="FileNotFoundException"/>), or refuses the settings.</exception>
    /// <exception cref="ArgumentException">The name is not that of a serial port.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The device cannot do the baud rate.</exception>
    /// <exception cref="PlatformNotSupportedException">The system is not Linux.</exception>
    public void Open()
    {
        if (IsOpen)
        {
            throw new InvalidOperationException("The port is already open.");
        }

        TtyDevice device = TtyDevice.Open(_portName, Line, _discardNull);
        try
        {
            // Lines that are not asked for are left as the driver put them: a change of DTR resets many boards, and a pseudo-terminal has none.
            ModemLines wanted = (_dtrEnable ? ModemLines.DataTerminalReady : 0)
                | (_rtsEnable && !Line.UsesRequestToSend ? ModemLines.RequestToSend : 0);
            if (wanted != ModemLines.None)
            {
                device.Drive(wanted, raised: true);
            }
        }
        catch
        {
            device.Close();
            throw;
        }

        // What the text methods had buffered went with the last closing, as the driver's own buffer did.
        _input.Clear();
        _breakState = false;
        _stream = new PortStream(this, device);
        StartEvents();
    }

    /// <summary>Closes the port. Whoever waits in a read or a write wakes at once, with an <see cref="OperationCanceledException"/>.</summary>
    public void Close() => Dispose();

    /// <summary>Closes the port; it can be opened again.</summary>
    /// <param name="disposing">True when called by Close or Dispose, false by the finalizer.</param>
    protected override void Dispose(bool disposing)
    {
        PortStream? stream = Interlocked.Exchange(ref _stream, null);
        if (disposing && stream is not null)
        {
            StopEvents();
            stream.CloseDevice();
        }

        base.Dispose(disposing);
    }

    /// <summary>The names of the serial ports of this computer, such as <c>/dev/ttyUSB0</c>, in no particular order.</summary>
    /// <returns>The names.</returns>
    public static string[] GetPortNames() => PortNames.List();

    /// <summary>Closes the port because its stream is being closed; the two are one.</summary>
    internal void StreamClosed(PortStream stream)
    {
        if (ReferenceEquals(stream, _stream))
        {
            Close();
        }
    }

    private static bool IsSupported(Encoding encoding) =>
        encoding is ASCIIEncoding or UTF8Encoding or UnicodeEncoding or UTF32Encoding || encoding.CodePage < 50000 || encoding.CodePage == 54936;
}
