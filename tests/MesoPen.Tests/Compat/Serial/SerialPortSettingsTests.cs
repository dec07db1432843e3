using System.ComponentModel;
using System.IO.Ports;
using System.Text;

namespace MesoPen.Tests.Compat.Serial;

/// <summary>The properties of a closed port: defaults, and what is refused.</summary>
public sealed class SerialPortSettingsTests : IDisposable
{
    private readonly SerialPort _port = new();

    public void Dispose() => _port.Dispose();

    [Fact]
    public void Defaults_are_the_documented_ones()
    {
        // Aim: code that relies on a default gets the same from stand-in and package.
        Assert.Equal("COM1", _port.PortName);
        Assert.Equal(9600, _port.BaudRate);
        Assert.Equal(Parity.None, _port.Parity);
        Assert.Equal(8, _port.DataBits);
        Assert.Equal(StopBits.One, _port.StopBits);
        Assert.Equal(Handshake.None, _port.Handshake);
        Assert.Equal(63, _port.ParityReplace);
        Assert.Equal(SerialPort.InfiniteTimeout, _port.ReadTimeout);
        Assert.Equal(SerialPort.InfiniteTimeout, _port.WriteTimeout);
        Assert.Equal(4096, _port.ReadBufferSize);
        Assert.Equal(2048, _port.WriteBufferSize);
        Assert.Equal(1, _port.ReceivedBytesThreshold);
        Assert.Equal("\n", _port.NewLine);
        Assert.IsType<ASCIIEncoding>(_port.Encoding, exactMatch: false);
        Assert.False(_port.DiscardNull);
        Assert.False(_port.DtrEnable);
        Assert.False(_port.RtsEnable);
        Assert.False(_port.IsOpen);
        Assert.Equal(-1, SerialPort.InfiniteTimeout);
    }

    [Fact]
    public void Constructor_takes_each_setting()
    {
        // Aim: the longest constructor puts each argument where it belongs.
        using SerialPort port = new("/dev/ttyX", 250_000, Parity.Mark, 7, StopBits.Two);

        Assert.Equal("/dev/ttyX", port.PortName);
        Assert.Equal(250_000, port.BaudRate);
        Assert.Equal(Parity.Mark, port.Parity);
        Assert.Equal(7, port.DataBits);
        Assert.Equal(StopBits.Two, port.StopBits);
    }

    [Fact]
    public void Shorter_constructors_keep_the_defaults()
    {
        // Aim: what is not named is as documented.
        using SerialPort named = new("/dev/ttyX");
        using SerialPort rated = new("/dev/ttyX", 19_200);
        using SerialPort checkedParity = new("/dev/ttyX", 19_200, Parity.Odd);
        using SerialPort sized = new("/dev/ttyX", 19_200, Parity.Odd, 6);

        Assert.Equal((9600, Parity.None, 8, StopBits.One), (named.BaudRate, named.Parity, named.DataBits, named.StopBits));
        Assert.Equal((19_200, Parity.None, 8, StopBits.One), (rated.BaudRate, rated.Parity, rated.DataBits, rated.StopBits));
        Assert.Equal((19_200, Parity.Odd, 8), (checkedParity.BaudRate, checkedParity.Parity, checkedParity.DataBits));
        Assert.Equal((Parity.Odd, 6, StopBits.One), (sized.Parity, sized.DataBits, sized.StopBits));
    }

    [Fact]
    public void Container_disposes_the_port_in_it()
    {
        // Aim: the constructor with a container puts the port there.
        using Container container = new();
        using SerialPort port = new(container);

        Assert.Same(port, Assert.Single(container.Components.Cast<object>()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void BaudRate_not_positive_is_refused(int rate)
    {
        // Aim: the documented exception, and the old value kept.
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.BaudRate = rate);
        Assert.Equal(9600, _port.BaudRate);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(9)]
    public void DataBits_outside_five_to_eight_are_refused(int bits)
    {
        // Aim: the documented range.
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.DataBits = bits);
        Assert.Equal(8, _port.DataBits);
    }

    [Theory]
    [InlineData(StopBits.None)]
    [InlineData((StopBits)4)]
    public void StopBits_none_or_unknown_are_refused(StopBits bits)
    {
        // Aim: None has a name but is not supported, as documented.
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.StopBits = bits);
    }

    [Fact]
    public void Values_without_a_name_are_refused()
    {
        // Aim: numbers cast to an enumeration do not slip through.
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.Parity = (Parity)5);
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.Parity = (Parity)(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.Handshake = (Handshake)4);
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.Handshake = (Handshake)(-1));
    }

    [Fact]
    public void Timeouts_below_infinite_are_refused()
    {
        // Aim: -1 means never; below is a mistake.
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.ReadTimeout = -2);
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.WriteTimeout = -2);
        _port.ReadTimeout = 250;
        _port.ReadTimeout = SerialPort.InfiniteTimeout;
        Assert.Equal(SerialPort.InfiniteTimeout, _port.ReadTimeout);
    }

    [Fact]
    public void Sizes_and_threshold_not_positive_are_refused()
    {
        // Aim: the documented exceptions.
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.ReadBufferSize = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.WriteBufferSize = -2);
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.ReceivedBytesThreshold = 0);
    }

    [Fact]
    public void NewLine_null_or_empty_is_refused()
    {
        // Aim: a line must end somehow.
        Assert.Throws<ArgumentNullException>(() => _port.NewLine = null!);
        Assert.Throws<ArgumentException>(() => _port.NewLine = "");
    }

    [Fact]
    public void PortName_null_empty_or_of_a_share_is_refused()
    {
        // Aim: the three documented cases.
        Assert.Throws<ArgumentNullException>(() => _port.PortName = null!);
        Assert.Throws<ArgumentException>(() => _port.PortName = "");
        Assert.Throws<ArgumentException>(() => _port.PortName = @"\\.\COM1");
    }

    [Fact]
    public void Encoding_null_is_refused()
    {
        // Aim: the documented exception.
        Assert.Throws<ArgumentNullException>(() => _port.Encoding = null!);
    }

    [Fact]
    public void Encoding_outside_the_documented_ones_is_refused()
    {
        // Aim: UTF-7 (65000) is neither one of the four named nor below 50000.
#pragma warning disable SYSLIB0001
        Assert.Throws<ArgumentException>(() => _port.Encoding = Encoding.UTF7);
#pragma warning restore SYSLIB0001
    }

    [Fact]
    public void Encodings_documented_are_taken()
    {
        // Aim: each of the four, and one by its code page.
        foreach (Encoding encoding in new[] { Encoding.ASCII, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1 })
        {
            _port.Encoding = encoding;
            Assert.Same(encoding, _port.Encoding);
        }
    }

    [Theory]
    [InlineData(Handshake.RequestToSend)]
    [InlineData(Handshake.RequestToSendXOnXOff)]
    public void RtsEnable_is_the_handshakes_while_it_drives_the_line(Handshake handshake)
    {
        // Aim: two masters of one line are refused, for reading and for writing.
        _port.Handshake = handshake;

        Assert.Throws<InvalidOperationException>(() => _port.RtsEnable);
        Assert.Throws<InvalidOperationException>(() => _port.RtsEnable = true);
    }

    [Fact]
    public void Closed_port_refuses_what_needs_a_line()
    {
        // Aim: every member documented to need an open port throws InvalidOperationException on a closed one.
        byte[] bytes = new byte[1];
        char[] chars = new char[1];
        Action[] members =
        [
            () => _port.Read(bytes, 0, 1), () => _port.Read(chars, 0, 1), () => _port.ReadByte(), () => _port.ReadChar(),
            () => _port.ReadExisting(), () => _port.ReadLine(), () => _port.ReadTo("x"),
            () => _port.Write(bytes, 0, 1), () => _port.Write(chars, 0, 1), () => _port.Write("x"), () => _port.WriteLine("x"),
            () => _port.DiscardInBuffer(), () => _port.DiscardOutBuffer(),
            () => _ = _port.BaseStream, () => _ = _port.BytesToRead, () => _ = _port.BytesToWrite,
            () => _ = _port.CtsHolding, () => _ = _port.DsrHolding, () => _ = _port.CDHolding,
            () => _ = _port.BreakState, () => _port.BreakState = true,
        ];

        Assert.All(members, member => Assert.Throws<InvalidOperationException>(member));
    }

    [Fact]
    public void Close_of_a_closed_port_does_nothing()
    {
        // Aim: closing twice, or before opening, is harmless.
        _port.Close();
        _port.Close();
        _port.Dispose();

        Assert.False(_port.IsOpen);
    }

    [Fact]
    public void GetPortNames_names_devices_that_exist()
    {
        // Aim: whatever is listed is a device here, each once.
        string[] names = SerialPort.GetPortNames();

        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.True(name.StartsWith("/dev/", StringComparison.Ordinal) && File.Exists(name), name));
    }

    [Fact]
    public void Enumerations_have_the_documented_numbers()
    {
        // Aim: numbers stored by other programs mean the same.
        Assert.Equal([0, 1, 2, 3], Enum.GetValues<Handshake>().Select(value => (int)value));
        Assert.Equal([0, 1, 2, 3, 4], Enum.GetValues<Parity>().Select(value => (int)value));
        Assert.Equal((0, 1, 2, 3), ((int)StopBits.None, (int)StopBits.One, (int)StopBits.Two, (int)StopBits.OnePointFive));
        Assert.Equal((1, 2), ((int)SerialData.Chars, (int)SerialData.Eof));
        Assert.Equal(
            (1, 2, 4, 8, 256),
            ((int)SerialError.RXOver, (int)SerialError.Overrun, (int)SerialError.RXParity, (int)SerialError.Frame, (int)SerialError.TXFull));
        Assert.Equal(
            (8, 16, 32, 64, 256),
            ((int)SerialPinChange.CtsChanged, (int)SerialPinChange.DsrChanged, (int)SerialPinChange.CDChanged, (int)SerialPinChange.Break, (int)SerialPinChange.Ring));
    }
}
