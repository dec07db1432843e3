using System.IO.Ports;
using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.Compat.Serial;

/// <summary>Bytes through a real line, by the documented members of SerialPort.</summary>
public sealed class SerialPortTransferTests : IDisposable
{
    private readonly PseudoTerminal _line = new();
    private readonly SerialPort _port;

    public SerialPortTransferTests()
    {
        _port = new SerialPort(_line.SlavePath, 115_200) { ReadTimeout = PseudoTerminal.PatienceMs, WriteTimeout = PseudoTerminal.PatienceMs };
        _port.Open();
    }

    private static byte[] AllValues => [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

    public void Dispose()
    {
        _port.Dispose();
        _line.Dispose();
    }

    [Fact]
    public void Write_all_byte_values_arrive_untouched()
    {
        // Aim: no byte is translated, swallowed or doubled on the way out.
        _port.Write(AllValues, 0, 256);

        Assert.Equal(AllValues, _line.ReadExactly(256));
    }

    [Fact]
    public void Read_all_byte_values_arrive_untouched()
    {
        // Aim: no byte is translated, swallowed or doubled on the way in, control characters of terminals included.
        _line.Write(AllValues);

        Assert.Equal(AllValues, Receive(256));
    }

    private byte[] Receive(int count)
    {
        byte[] bytes = new byte[count];
        for (int filled = 0; filled < count;)
        {
            filled += _port.Read(bytes, filled, count - filled);
        }

        return bytes;
    }
}
