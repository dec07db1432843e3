using System.IO.Ports.Native;
using System.Runtime.InteropServices;

namespace System.IO.Ports;

/// <summary>
/// An open terminal: opening it for this program alone, and moving bytes. It never blocks in read(2) or write(2), only in poll(2), where
/// closing the port wakes it. Nothing is allocated while bytes move.
/// </summary>
internal sealed unsafe partial class TtyDevice
{
    /// <summary>What <see cref="TryRead"/> and <see cref="TryWrite"/> return when the operation would have to wait.</summary>
    public const int WouldBlock = -1;

    private readonly string _portName;
    private readonly ReceiveFilter _filter = new();
    private bool _ownsExclusively;

    private TtyDevice(string portName, TtyHandle handle)
    {
        _portName = portName;
        Handle = handle;
    }

    /// <summary>The descriptors, for those who poll by themselves.</summary>
    public TtyHandle Handle { get; }

    /// <summary>Opens the terminal, takes it for this program alone, and sets the line.</summary>
    public static TtyDevice Open(string portName, in LineSettings settings, bool discardNull)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException(
                "This stand-in for System.IO.Ports drives ports on Linux only. Build with -p:UpstreamPackages=true to use the real package.");
        }

        const int Flags = Libc.OpenReadWrite | Libc.OpenNoControllingTerminal | Libc.OpenNonBlocking | Libc.CloseOnExec;
        int terminal = Libc.Open(portName, Flags);
        if (terminal < 0)
        {
            throw PortErrors.ForOpen(portName, Marshal.GetLastPInvokeError());
        }

        int closing = Libc.EventDescriptor(0, Libc.OpenNonBlocking | Libc.CloseOnExec);
        if (closing < 0)
        {
            int errno = Marshal.GetLastPInvokeError();
            _ = Libc.Close(terminal);
            throw PortErrors.ForOperation(portName, errno);
        }

        TtyDevice device = new(portName, new TtyHandle(terminal, closing));
        try
        {
            device.Claim(terminal);
            device.Configure(settings, discardNull);
            return device;
        }
        catch
        {
            device.Release(terminal);
            device.Handle.Dispose();
            throw;
        }
    }

    /// <summary>Lets go of the port. Whoever waits in a read or a write wakes at once and throws.</summary>
    public void Close()
    {
        using (Hold hold = new(Handle))
        {
            Handle.RaiseClosing();
            DrainOutput(Handle.Terminal);
            _ = Libc.Control(Handle.Terminal, Libc.FlushQueue, Libc.FlushInput);
            Release(Handle.Terminal);
        }

        Handle.Dispose();
    }

    /// <summary>Reads what there is, waiting for the first byte.</summary>
    /// <returns>The number of bytes read, at least one.</returns>
    /// <exception cref="TimeoutException">No byte came in time.</exception>
    /// <exception cref="IOException">The line has hung up.</exception>
    /// <exception cref="OperationCanceledException">The port was closed meanwhile.</exception>
    public int Read(Span<byte> destination, Deadline deadline)
    {
        using Hold hold = new(Handle);
        int count;
        while ((count = TryRead(destination)) == WouldBlock)
        {
            Wait(PollEntry.In, deadline);
        }

        return count;
    }

    /// <summary>Writes all of <paramref name="source"/> into the driver's buffer, waiting for room.</summary>
    /// <exception cref="TimeoutException">There was no room in time; some bytes may have gone.</exception>
    /// <exception cref="IOException">The line has hung up.</exception>
    /// <exception cref="OperationCanceledException">The port was closed meanwhile.</exception>
    public void Write(ReadOnlySpan<byte> source, Deadline deadline)
    {
        using Hold hold = new(Handle);
        while (source.Length > 0)
        {
            int count = TryWrite(source);
            if (count == WouldBlock)
            {
                Wait(PollEntry.Out, deadline);
            }
            else
            {
                source = source[count..];
            }
        }
    }

    /// <summary>Reads what there is, without waiting.</summary>
    /// <returns>The number of bytes read, perhaps none.</returns>
    public int ReadAvailable(Span<byte> destination)
    {
        using Hold hold = new(Handle);
        return Math.Max(0, TryRead(destination));
    }

    /// <summary>Writes what there is room for, without waiting.</summary>
    /// <returns>The number of bytes written, perhaps none.</returns>
    public int WriteAvailable(ReadOnlySpan<byte> source)
    {
        using Hold hold = new(Handle);
        return source.IsEmpty ? 0 : Math.Max(0, TryWrite(source));
    }

    /// <summary>What an operation throws that was waiting when the port was closed.</summary>
    public OperationCanceledException ClosedError() => PortErrors.Closed(_portName);

    /// <summary>Reads without waiting. The caller holds the handle and <paramref name="destination"/> is not empty.</summary>
    public int TryRead(Span<byte> destination)
    {
        while (true)
        {
            nint count;
            fixed (byte* start = destination)
            {
                count = Libc.Read(Handle.Terminal, start, (nuint)destination.Length);
            }

            if (count > 0)
            {
                int kept = _filter.Active ? _filter.Apply(destination[..(int)count]) : (int)count;
                if (kept > 0)
                {
                    return kept;
                }
            }
            else if (count == 0)
            {
                // A raw terminal has no end of file: nothing, instead of "would block", means that it has hung up.
                throw PortErrors.HungUp(_portName);
            }
            else if (MustWait())
            {
                return WouldBlock;
            }
        }
    }

    /// <summary>Writes what there is room for, without waiting. The caller holds the handle.</summary>
    public int TryWrite(ReadOnlySpan<byte> source)
    {
        while (true)
        {
            nint count;
            fixed (byte* start = source)
            {
                count = Libc.Write(Handle.Terminal, start, (nuint)source.Length);
            }

            if (count > 0)
            {
                return (int)count;
            }

            if (count == 0 || MustWait())
            {
                return WouldBlock;
            }
        }
    }

    /// <summary>True: wait. False: interrupted, try again. Else it throws.</summary>
    private bool MustWait()
    {
        int errno = Marshal.GetLastPInvokeError();
        return errno switch
        {
            Errno.WouldBlock => true,
            Errno.Interrupted => false,
            _ => throw PortErrors.ForOperation(_portName, errno),
        };
    }

    private void Wait(short events, Deadline deadline)
    {
        PollEntry* entries = stackalloc PollEntry[2];
        while (true)
        {
            entries[0] = new PollEntry(Handle.Terminal, events);
            entries[1] = new PollEntry(Handle.Closing, PollEntry.In);
            int ready = Libc.Poll(entries, 2, deadline.RemainingMs);
            if (ready == 0)
            {
                throw PortErrors.TimedOut();
            }

            if (ready < 0)
            {
                int errno = Marshal.GetLastPInvokeError();
                if (errno != Errno.Interrupted)
                {
                    throw PortErrors.ForOperation(_portName, errno);
                }
            }
            else if (entries[1].Returned != 0)
            {
                throw PortErrors.Closed(_portName);
            }
            else if ((entries[0].Returned & events) != 0)
            {
                return;
            }
            else
            {
                // Only hang-up, error or invalid are left: the next read or write would find nothing else.
                throw PortErrors.HungUp(_portName);
            }
        }
    }
}
