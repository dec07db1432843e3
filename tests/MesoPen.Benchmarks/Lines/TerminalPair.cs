using System.Runtime.InteropServices;
using System.Text;
using MesoPen.Simulator;

namespace MesoPen.Benchmarks;

/// <summary>A pseudo-terminal in raw mode with a blocking descriptor at the device's end: nothing but the kernel is between two threads.</summary>
internal sealed unsafe class TerminalPair : IDisposable
{
    private const int NameMax = 128;

    private readonly int _master;
    private int _slave;

    public TerminalPair()
    {
        _master = Sound(Posix.OpenMaster(Posix.ReadWrite | Posix.NoControllingTerminal | Posix.CloseOnExec));
        _ = Sound(Posix.Grant(_master));
        _ = Sound(Posix.Unlock(_master));
        byte* name = stackalloc byte[NameMax];
        _ = Sound(-Math.Abs(Posix.SlaveName(_master, name, NameMax)));
        Path = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
        _slave = OpenHostEnd();
        byte* termios = stackalloc byte[Posix.TermiosSize];
        _ = Sound(Posix.GetAttributes(_slave, termios));
        Posix.MakeRaw(termios);
        _ = Sound(Posix.SetAttributes(_slave, 0, termios));
    }

    /// <summary>What a host opens.</summary>
    public string Path { get; }

    /// <summary>The host's end, as a blocking descriptor.</summary>
    public int HostEnd => _slave;

    /// <summary>Waits for bytes at the device's end; 0 when the last host's end was closed.</summary>
    public int ReadAtDevice(Span<byte> buffer) => Read(_master, buffer);

    public void WriteAtDevice(ReadOnlySpan<byte> bytes) => Write(_master, bytes);

    public int ReadAtHost(Span<byte> buffer) => Read(_slave, buffer);

    public void WriteAtHost(ReadOnlySpan<byte> bytes) => Write(_slave, bytes);

    /// <summary>Lets go of the host's end: once no other has it open, a waiting read at the device's end returns 0.</summary>
    public void CloseHostEnd()
    {
        _ = Posix.Close(_slave);
        _slave = -1;
    }

    public void Dispose()
    {
        if (_slave >= 0)
        {
            CloseHostEnd();
        }

        _ = Posix.Close(_master);
    }

    private static int Read(int descriptor, Span<byte> buffer)
    {
        fixed (byte* at = buffer)
        {
            return (int)Math.Max(0, Posix.Read(descriptor, at, (nuint)buffer.Length));
        }
    }

    private static void Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* at = bytes)
        {
            _ = Sound((int)Posix.Write(descriptor, at, (nuint)bytes.Length));
        }
    }

    private static int Sound(int result) =>
        result >= 0 ? result : throw new IOException($"No pseudo-terminal: {Marshal.GetLastPInvokeErrorMessage()}.");

    private int OpenHostEnd() => Sound(Posix.Open(Path, Posix.ReadWrite | Posix.NoControllingTerminal | Posix.CloseOnExec));
}
