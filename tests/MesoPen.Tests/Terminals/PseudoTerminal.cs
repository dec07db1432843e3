using System.Runtime.InteropServices;

namespace MesoPen.Tests.Terminals;

/// <summary>
/// A pseudo-terminal pair in raw mode, for tests that need a real line: the code under test opens <see cref="SlavePath"/> as its serial port,
/// the test plays the device on the master. <see cref="HangUp"/> is the pulled cable, <see cref="Reopen"/> the cable put back.
/// </summary>
/// <remarks>
/// The pair keeps a descriptor of the slave open by default, so that the master does not hang up while the port is closed and opened again.
/// Reads and writes of the master may come from several threads; hanging up wakes a waiting read, which then returns 0.
/// </remarks>
internal sealed partial class PseudoTerminal : IDisposable
{
    /// <summary>How long reads and writes wait unless told otherwise, ms: far longer than any healthy machine needs.</summary>
    public const int PatienceMs = 10_000;

    private const int ReadWrite = 0x2;
    private const int NoControllingTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int Interrupted = 4;
    private const int InputOutputError = 5;
    private const int WouldBlock = 11;
    private const short PollIn = 1;
    private const short PollOut = 4;

    private readonly bool _keepsSlaveOpen;
    private readonly bool _raw;
    private readonly int _wake;
    private readonly string _folder;
    private readonly object _gate = new();
    private int _users;
    private int _master = -1;
    private int _slave = -1;
    private volatile bool _hungUp = true;

    /// <summary>Makes a pair.</summary>
    /// <param name="keepsSlaveOpen">Whether the pair holds the slave open itself; without, the master notices the port being closed.</param>
    /// <param name="raw">Whether the line is made raw here, or left as the kernel makes it: echoing, editing and translating.</param>
    public PseudoTerminal(bool keepsSlaveOpen = true, bool raw = true)
    {
        _keepsSlaveOpen = keepsSlaveOpen;
        _raw = raw;
        _wake = Check(EventDescriptor(0, NonBlocking | CloseOnExec));
        _folder = Directory.CreateTempSubdirectory("mesopen-pty-").FullName;
        LinkPath = Path.Combine(_folder, "port");
        Reopen();
    }

    /// <summary>
    /// The port of the present pair, /dev/pts/N. It changes with <see cref="Reopen"/>; while hung up the same name may be another pair's.
    /// </summary>
    public string SlavePath { get; private set; } = "";

    /// <summary>A link to the port that stays the same, as udev's by-id links do: gone while hung up, back with <see cref="Reopen"/>.</summary>
    public string LinkPath { get; }

    /// <summary>Whether the cable is pulled.</summary>
    public bool IsHungUp => _hungUp;

    /// <summary>How the slave's line is set at present, read back from the kernel and not from the code under test.</summary>
    public TerminalSettings Settings => Use(TerminalSettings.Of, new TerminalSettings());

    /// <summary>Reads what the port wrote, waiting for the first byte.</summary>
    /// <returns>The number of bytes; 0 when none came in time or the pair hung up.</returns>
    public int Read(Span<byte> destination, int timeoutMs = PatienceMs)
    {
        while (!_hungUp)
        {
            int master = Enter();
            try
            {
                if (master < 0 || !Wait(master, PollIn, timeoutMs))
                {
                    return 0;
                }

                nint count = ReadDescriptor(master, ref MemoryMarshal.GetReference(destination), (nuint)destination.Length);
                if (count >= 0)
                {
                    return (int)count;
                }

                ThrowUnless(Interrupted, WouldBlock);
            }
            finally
            {
                Leave();
            }
        }

        return 0;
    }

    /// <summary>Reads exactly that many bytes of what the port wrote.</summary>
    /// <exception cref="TimeoutException">They did not come in time.</exception>
    public byte[] ReadExactly(int count, int timeoutMs = PatienceMs)
    {
        byte[] bytes = new byte[count];
        for (int filled = 0; filled < count;)
        {
            int read = Read(bytes.AsSpan(filled), timeoutMs);
            if (read == 0)
            {
                throw new TimeoutException($"Only {filled} of {count} bytes came: {Convert.ToHexString(bytes, 0, filled)}.");
            }

            filled += read;
        }

        return bytes;
    }

    /// <summary>Sends bytes to the port.</summary>
    /// <exception cref="TimeoutException">The line discipline has no room, because nobody reads the port.</exception>
    public void Write(ReadOnlySpan<byte> source, int timeoutMs = PatienceMs)
    {
        while (source.Length > 0)
        {
            int master = Enter();
            try
            {
                if (master < 0)
                {
                    throw new IOException("The pseudo-terminal has hung up.");
                }

                nint count = WriteDescriptor(master, in MemoryMarshal.GetReference(source), (nuint)source.Length);
                if (count > 0)
                {
                    source = source[(int)count..];
                }
                else
                {
                    ThrowUnless(Interrupted, WouldBlock);
                    if (!Wait(master, PollOut, timeoutMs))
                    {
                        throw new TimeoutException("Nobody reads the port.");
                    }
                }
            }
            finally
            {
                Leave();
            }
        }
    }

    /// <summary>Pulls the cable: the port sees a hang-up, and its name is gone.</summary>
    public void HangUp()
    {
        lock (_gate)
        {
            _hungUp = true;
            ulong one = 1;
            _ = WriteDescriptor(_wake, in MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in one))[0], sizeof(ulong));
            while (_users > 0)
            {
                Monitor.Wait(_gate);
            }

            File.Delete(LinkPath);
            Close(ref _slave);
            Close(ref _master);
            ulong drained = 0;
            _ = ReadDescriptor(_wake, ref MemoryMarshal.AsBytes(new Span<ulong>(ref drained))[0], sizeof(ulong));
        }
    }

    /// <summary>Puts the cable back: a new pair, under the same <see cref="LinkPath"/>.</summary>
    public void Reopen()
    {
        HangUp();
        lock (_gate)
        {
            _master = Check(OpenMaster(ReadWrite | NoControllingTerminal | NonBlocking | CloseOnExec));
            Check(Grant(_master));
            Check(Unlock(_master));
            Span<byte> name = stackalloc byte[64];
            Check(SlaveName(_master, ref name[0], (nuint)name.Length) == 0 ? 0 : -1);
            SlavePath = System.Text.Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]);
            if (_raw)
            {
                Check(TerminalSettings.MakeRaw(_master));
            }

            if (_keepsSlaveOpen)
            {
                _slave = Check(Open(SlavePath, ReadWrite | NoControllingTerminal | CloseOnExec));
            }

            File.CreateSymbolicLink(LinkPath, SlavePath);
            _hungUp = false;
        }
    }

    public void Dispose()
    {
        HangUp();
        Directory.Delete(_folder, recursive: true);
        int wake = _wake;
        Close(ref wake);
    }

    private T Use<T>(Func<int, T> action, T otherwise)
    {
        int master = Enter();
        try
        {
            return master < 0 ? otherwise : action(master);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Counts a user of the descriptor in, so that it is not closed, and its number reused, under a waiting read.</summary>
    private int Enter()
    {
        lock (_gate)
        {
            _users++;
            return _hungUp ? -1 : _master;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _users--;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>False on timeout and on hang-up.</summary>
    private bool Wait(int master, short events, int timeoutMs)
    {
        Span<PollEntry> entries = [new PollEntry(master, events), new PollEntry(_wake, PollIn)];
        int ready = Poll(ref entries[0], 2, timeoutMs);
        return ready > 0 && entries[1].Returned == 0;
    }

    private static void Close(ref int descriptor)
    {
        if (descriptor >= 0)
        {
            _ = CloseDescriptor(descriptor);
            descriptor = -1;
        }
    }

    private static int Check(int result) =>
        result >= 0 ? result : throw new IOException($"Pseudo-terminal: {Marshal.GetLastPInvokeErrorMessage()}.");

    private static void ThrowUnless(params ReadOnlySpan<int> expected)
    {
        int errno = Marshal.GetLastPInvokeError();
        if (!expected.Contains(errno))
        {
            throw new IOException(errno == InputOutputError ? "The port is closed." : Marshal.GetPInvokeErrorMessage(errno), errno);
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry(int descriptor, short events)
    {
        public int Descriptor = descriptor;
        public short Events = events;
        public short Returned;
    }

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int OpenMaster(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static partial int Grant(int master);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int Unlock(int master);

    [LibraryImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    private static partial int SlaveName(int master, ref byte name, nuint length);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int CloseDescriptor(int descriptor);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadDescriptor(int descriptor, ref byte buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteDescriptor(int descriptor, in byte buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(ref PollEntry entries, nuint count, int timeoutMs);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventDescriptor(uint initial, int flags);
}
