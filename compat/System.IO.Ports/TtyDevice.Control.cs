using System.Diagnostics;
using System.IO.Ports.Native;
using System.Runtime.InteropServices;

namespace System.IO.Ports;

/// <content>Ownership of the line, its settings, its buffers and its modem lines.</content>
internal sealed unsafe partial class TtyDevice
{
    private const int DrainStepMs = 1;
    private const int DrainStallMs = 100;

    // A driver may round a rate to what its divider can do. A receiver bears about 5 % between both ends; beyond that bytes are garbled.
    private const int ToleratedRatePercent = 5;

    /// <summary>Sets the line; takes effect at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The device cannot do that baud rate.</exception>
    /// <exception cref="IOException">The device refuses the settings.</exception>
    public void Configure(in LineSettings settings, bool discardNull)
    {
        if (settings.StopBits == StopBits.OnePointFive && settings.DataBits != 5)
        {
            throw new IOException("One and a half stop bits are possible with five data bits only.");
        }

        using Hold hold = new(Handle);
        Termios2 termios;
        Check(Libc.Control(Handle.Terminal, Libc.GetTermios2, &termios));
        settings.ApplyTo(ref termios);
        Check(Libc.Control(Handle.Terminal, Libc.SetTermios2, &termios));
        Check(Libc.Control(Handle.Terminal, Libc.GetTermios2, &termios));

        // The driver reports the rate that it really set.
        long tolerated = (long)settings.BaudRate * ToleratedRatePercent / 100;
        if (Math.Abs(termios.OutputSpeed - (long)settings.BaudRate) > tolerated)
        {
            throw PortErrors.UnreachableRate(settings.BaudRate, termios.OutputSpeed);
        }

        _filter.Unmark = settings.MarksErrors;
        _filter.Replacement = settings.ParityReplace;
        _filter.DropNull = discardNull;
    }

    /// <summary>Bytes received and not yet read.</summary>
    public int CountInput() => Query(Libc.InputCount);

    /// <summary>Bytes written and not yet sent.</summary>
    public int CountOutput() => Query(Libc.OutputCount);

    public void DiscardInput() => Command(Libc.FlushQueue, Libc.FlushInput);

    public void DiscardOutput() => Command(Libc.FlushQueue, Libc.FlushOutput);

    /// <summary>Whether that input line is raised.</summary>
    public bool IsRaised(ModemLines line) => (ReadModemLines() & line) != 0;

    /// <summary>Raises or drops output lines.</summary>
    public void Drive(ModemLines lines, bool raised)
    {
        using Hold hold = new(Handle);
        int bits = (int)lines;
        Check(Libc.Control(Handle.Terminal, raised ? Libc.RaiseModemLines : Libc.DropModemLines, &bits));
    }

    public void DriveBreak(bool on) => Command(on ? Libc.StartBreak : Libc.StopBreak, 0);

    /// <summary>The state of all modem lines.</summary>
    public ModemLines ReadModemLines() => (ModemLines)Query(Libc.GetModemLines);

    /// <summary>The same, or null where the device has none (a pseudo-terminal). The caller holds the handle.</summary>
    public ModemLines? TryGetModemLines()
    {
        int bits;
        return Libc.Control(Handle.Terminal, Libc.GetModemLines, &bits) < 0 ? null : (ModemLines)bits;
    }

    /// <summary>The driver's counters of line events.</summary>
    public LineCounters ReadCounters()
    {
        using Hold hold = new(Handle);
        LineCounters counters;
        Check(Libc.Control(Handle.Terminal, Libc.GetLineCounters, &counters));
        return counters;
    }

    /// <summary>The same, or null where the device keeps none. The caller holds the handle.</summary>
    public LineCounters? TryGetCounters()
    {
        LineCounters counters;
        return Libc.Control(Handle.Terminal, Libc.GetLineCounters, &counters) < 0 ? null : counters;
    }

    /// <summary>Waits until everything written has been sent.</summary>
    /// <exception cref="TimeoutException">The device did not take it in time.</exception>
    public void Flush(Deadline deadline)
    {
        using Hold hold = new(Handle);
        while (CountOutput() > 0)
        {
            int remainingMs = deadline.RemainingMs;
            if (remainingMs == 0)
            {
                throw PortErrors.TimedOut();
            }

            PollEntry closing = new(Handle.Closing, PollEntry.In);
            if (Libc.Poll(&closing, 1, DrainStepMs) > 0)
            {
                throw PortErrors.Closed(_portName);
            }
        }
    }

    /// <summary>
    /// Takes the port for this descriptor alone. flock(2) is what decides: the kernel drops it when the holder dies, and unlike TIOCEXCL it
    /// binds root too. TIOCEXCL is set besides, against programs that do not lock, except on a pseudo-terminal: there it outlives its
    /// holder for as long as the master is open, and would shut out the next run after a crash.
    /// </summary>
    private void Claim(int terminal)
    {
        Termios2 termios;
        CheckOpen(Libc.Control(terminal, Libc.GetTermios2, &termios));
        if (Libc.Lock(terminal, Libc.LockExclusive | Libc.LockNonBlocking) < 0 && Marshal.GetLastPInvokeError() == Errno.WouldBlock)
        {
            throw PortErrors.ForOpen(_portName, Errno.Busy);
        }

        string? path = new FileInfo($"/proc/self/fd/{terminal}").LinkTarget;
        if (path is null || path.StartsWith("/dev/pts/", StringComparison.Ordinal))
        {
            return;
        }

        int exclusive;
        if (Libc.Control(terminal, Libc.GetExclusive, &exclusive) >= 0 && exclusive != 0)
        {
            throw PortErrors.ForOpen(_portName, Errno.Busy);
        }

        CheckOpen(Libc.Control(terminal, Libc.SetExclusive, 0));
        _ownsExclusively = true;
    }

    /// <summary>Lets others open the port at once, even while a woken reader still holds the descriptor.</summary>
    private void Release(int terminal)
    {
        if (_ownsExclusively)
        {
            _ = Libc.Control(terminal, Libc.ClearExclusive, 0);
        }

        _ = Libc.Lock(terminal, Libc.LockRelease);
    }

    /// <summary>
    /// Lets what was written reach the wire before the port closes, for as long as the device takes it; what it does not take is discarded,
    /// or close(2) itself would wait for up to half a minute.
    /// </summary>
    private static void DrainOutput(int terminal)
    {
        int before = int.MaxValue;
        long stalledSince = Stopwatch.GetTimestamp();
        while (true)
        {
            int left;
            if (Libc.Control(terminal, Libc.OutputCount, &left) < 0 || left <= 0)
            {
                return;
            }

            if (left < before)
            {
                before = left;
                stalledSince = Stopwatch.GetTimestamp();
            }
            else if (Stopwatch.GetElapsedTime(stalledSince).TotalMilliseconds > DrainStallMs)
            {
                _ = Libc.Control(terminal, Libc.FlushQueue, Libc.FlushOutput);
                return;
            }

            _ = Libc.Poll(null, 0, DrainStepMs);
        }
    }

    private int Query(nuint request)
    {
        using Hold hold = new(Handle);
        int value;
        Check(Libc.Control(Handle.Terminal, request, &value));
        return value;
    }

    private void Command(nuint request, nint argument)
    {
        using Hold hold = new(Handle);
        Check(Libc.Control(Handle.Terminal, request, argument));
    }

    private void Check(int result)
    {
        if (result < 0)
        {
            throw PortErrors.ForOperation(_portName, Marshal.GetLastPInvokeError());
        }
    }

    private void CheckOpen(int result)
    {
        if (result < 0)
        {
            throw PortErrors.ForOpen(_portName, Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Keeps the descriptors open for the length of a block.</summary>
    private readonly ref struct Hold
    {
        private readonly TtyHandle _handle;

        public Hold(TtyHandle handle)
        {
            bool held = false;
            handle.DangerousAddRef(ref held);
            _handle = handle;
        }

        public void Dispose() => _handle.DangerousRelease();
    }
}
