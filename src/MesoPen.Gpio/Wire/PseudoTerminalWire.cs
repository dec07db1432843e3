using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace MesoPen.Gpio;

/// <summary>
/// A pseudo-terminal whose far end a host opens like a serial port, by a symbolic link. The far end is held open here too, so
/// that the host may
/// close and open it any number of times.
/// </summary>
internal sealed unsafe class PseudoTerminalWire : IWire
{
    private readonly int _master;
    private readonly int _slave;
    private readonly string _slavePath;

    internal PseudoTerminalWire(string link)
    {
        Name = link;
        _master = Sound(Posix.OpenMaster(Posix.ReadWrite | Posix.NoControllingTerminal | Posix.NonBlocking | Posix.CloseOnExec));
        _ = Sound(Posix.Grant(_master));
        _ = Sound(Posix.Unlock(_master));
        const int Room = 128;
        byte* name = stackalloc byte[Room];
        _ = Sound(-Math.Abs(Posix.SlaveName(_master, name, Room)));
        _slavePath = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
        _slave = Sound(Posix.Open(_slavePath, Posix.ReadWrite | Posix.NoControllingTerminal | Posix.CloseOnExec));
        byte* termios = stackalloc byte[Posix.TermiosSize];
        _ = Sound(Posix.GetAttributes(_slave, termios));
        Posix.MakeRaw(termios);
        _ = Sound(Posix.SetAttributes(_slave, 0, termios));
        PlaceLink();
    }

    public string Name { get; }

    public void Wait(long nanoseconds) => Posix.WaitReadable(_master, nanoseconds);

    public int Read(Span<byte> buffer)
    {
        fixed (byte* at = buffer)
        {
            return (int)Math.Max(0, Posix.Read(_master, at, (nuint)buffer.Length));
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* at = bytes)
        {
            _ = Posix.Write(_master, at, (nuint)bytes.Length);
        }
    }

    public void Dispose()
    {
        // Only our own link is taken away: somebody may have put another in its place.
        if (new FileInfo(Name).LinkTarget == _slavePath)
        {
            File.Delete(Name);
        }

        _ = Posix.Close(_slave);
        _ = Posix.Close(_master);
    }

    private static int Sound(int result) => result >= 0
        ? result
        : throw new BoardException($"No pseudo-terminal could be opened: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");

    private void PlaceLink()
    {
        try
        {
            var there = new FileInfo(Name);
            if (there.LinkTarget is not null)
            {
                // What a killed process left behind.
                File.Delete(Name);
            }
            else if (there.Exists || Directory.Exists(Name))
            {
                throw new BoardException($"--pty {Name}: there is a file of this name, which is no symbolic link; choose another.");
            }

            File.CreateSymbolicLink(Name, _slavePath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BoardException($"--pty {Name}: the symbolic link cannot be made: {e.Message}", e);
        }
    }
}
