using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace MesoPen.Simulator;

/// <summary>
/// A pseudo-terminal whose far end a host opens like a serial port, by a symbolic link. The far end is held open here too, so that the host may
/// close and open it any number of times.
/// </summary>
internal sealed class PseudoTerminal : IHostSide
{
    private const int Closed = -1;
    private int _master = Closed;
    private int _slave = Closed;
    private readonly string _option;
    private string _slavePath = "";

    /// <param name="linkPath">Where the symbolic link is made.</param>
    /// <param name="option">The option on the command line, for messages.</param>
    internal PseudoTerminal(string linkPath, string option = "--pty")
    {
        _option = option;
        Name = linkPath;
        Restore();
    }

    public string Name { get; }

    public void Wait(long nanoseconds) => Posix.WaitReadable(_master, Closed, nanoseconds);

    public unsafe int Read(Span<byte> buffer)
    {
        if (_master == Closed)
        {
            return 0;
        }

        fixed (byte* at = buffer)
        {
            return (int)Math.Max(0, Posix.Read(_master, at, (nuint)buffer.Length));
        }
    }

    public unsafe void Write(ReadOnlySpan<byte> bytes)
    {
        if (_master == Closed)
        {
            return;
        }

        fixed (byte* at = bytes)
        {
            _ = Posix.Write(_master, at, (nuint)bytes.Length);
        }
    }

    public void Cut()
    {
        if (_master == Closed)
        {
            return;
        }

        // Only our own link is taken away: somebody may have put another in its place.
        if (new FileInfo(Name).LinkTarget == _slavePath)
        {
            File.Delete(Name);
        }

        _ = Posix.Close(_slave);
        _ = Posix.Close(_master);
        _master = Closed;
        _slave = Closed;
    }

    public void Restore()
    {
        if (_master != Closed)
        {
            return;
        }

        _master = Sound(Posix.OpenMaster(Posix.ReadWrite | Posix.NoControllingTerminal | Posix.NonBlocking | Posix.CloseOnExec));
        _ = Sound(Posix.Grant(_master));
        _ = Sound(Posix.Unlock(_master));
        _slavePath = SlavePath();
        _slave = Sound(Posix.Open(_slavePath, Posix.ReadWrite | Posix.NoControllingTerminal | Posix.CloseOnExec));
        MakeRaw();
        PlaceLink();
    }

    public bool? TakeChange() => null;

    public void Dispose() => Cut();

    private static int Sound(int result) => result >= 0
        ? result
        : throw new SimulatorInputException($"No pseudo-terminal could be opened: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");

    private unsafe string SlavePath()
    {
        const int Room = 128;
        var name = stackalloc byte[Room];
        _ = Sound(-Math.Abs(Posix.SlaveName(_master, name, Room)));
        return Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
    }

    private unsafe void MakeRaw()
    {
        var termios = stackalloc byte[Posix.TermiosSize];
        _ = Sound(Posix.GetAttributes(_slave, termios));
        Posix.MakeRaw(termios);
        _ = Sound(Posix.SetAttributes(_slave, 0, termios));
    }

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
                throw new SimulatorInputException($"{_option} {Name}: there is a file of this name, which is no symbolic link; choose another.");
            }

            File.CreateSymbolicLink(Name, _slavePath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SimulatorInputException($"{_option} {Name}: the symbolic link cannot be made: {e.Message}", e);
        }
    }
}
