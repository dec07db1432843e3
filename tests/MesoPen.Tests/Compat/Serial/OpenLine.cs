using System.IO.Ports;
using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.Compat.Serial;

/// <summary>What most tests of a serial port start from: a pseudo-terminal pair, and a port open on its slave, with long timeouts.</summary>
public abstract class OpenLine : IDisposable
{
    private protected OpenLine()
    {
        Line = new PseudoTerminal();
        Port = new SerialPort(Line.SlavePath, 115_200) { ReadTimeout = PseudoTerminal.PatienceMs, WriteTimeout = PseudoTerminal.PatienceMs };
        Port.Open();
    }

    /// <summary>Every byte value once.</summary>
    private protected static byte[] AllValues => [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

    /// <summary>The other end.</summary>
    private protected PseudoTerminal Line { get; }

    private protected SerialPort Port { get; }

    public void Dispose()
    {
        Port.Dispose();
        Line.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads exactly that many bytes from the port.</summary>
    private protected byte[] Receive(int count)
    {
        byte[] bytes = new byte[count];
        for (int filled = 0; filled < count;)
        {
            filled += Port.Read(bytes, filled, count - filled);
        }

        return bytes;
    }

    /// <summary>Waits until that many bytes wait in the port.</summary>
    private protected void AwaitBytes(int count) =>
        Assert.True(SpinWait.SpinUntil(() => Port.BytesToRead >= count, PseudoTerminal.PatienceMs), $"{Port.BytesToRead} of {count} bytes came.");

    /// <summary>Bytes that look like anything, the same at every run.</summary>
    private protected static byte[] Noise(int count, int seed = 1)
    {
        byte[] bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
