using System.Runtime.InteropServices;

namespace System.IO.Ports.Native;

/// <summary>The system calls used, with the request numbers of the architectures that share asm-generic (x86, Arm, RISC-V, LoongArch, s390x).</summary>
internal static unsafe partial class Libc
{
    public const int OpenReadWrite = 0x2;
    public const int OpenNoControllingTerminal = 0x100;
    public const int OpenNonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;

    public const int LockExclusive = 2;
    public const int LockNonBlocking = 4;
    public const int LockRelease = 8;

    public const nuint GetTermios2 = 0x802C542A;      // TCGETS2
    public const nuint SetTermios2 = 0x402C542B;      // TCSETS2
    public const nuint FlushQueue = 0x540B;           // TCFLSH
    public const nuint SetExclusive = 0x540C;         // TIOCEXCL
    public const nuint ClearExclusive = 0x540D;       // TIOCNXCL
    public const nuint GetExclusive = 0x80045440;     // TIOCGEXCL
    public const nuint OutputCount = 0x5411;          // TIOCOUTQ
    public const nuint GetModemLines = 0x5415;        // TIOCMGET
    public const nuint RaiseModemLines = 0x5416;      // TIOCMBIS
    public const nuint DropModemLines = 0x5417;       // TIOCMBIC
    public const nuint InputCount = 0x541B;           // FIONREAD
    public const nuint StartBreak = 0x5427;           // TIOCSBRK
    public const nuint StopBreak = 0x5428;            // TIOCCBRK
    public const nuint GetLineCounters = 0x545D;      // TIOCGICOUNT

    public const nint FlushInput = 0;                 // TCIFLUSH
    public const nint FlushOutput = 1;                // TCOFLUSH

    public const int EpollAdd = 1;

    private const string Library = "libc";

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport(Library, EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(PollEntry* entries, nuint count, int timeoutMs);

    [LibraryImport(Library, EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventDescriptor(uint initial, int flags);

    [LibraryImport(Library, EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(int descriptor, int operation);

    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(int descriptor, nuint request, nint argument);

    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(int descriptor, nuint request, int* argument);

    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(int descriptor, nuint request, Termios2* argument);

    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(int descriptor, nuint request, LineCounters* argument);

    [LibraryImport(Library, EntryPoint = "epoll_create1", SetLastError = true)]
    public static partial int EpollCreate(int flags);

    [LibraryImport(Library, EntryPoint = "epoll_ctl", SetLastError = true)]
    public static partial int EpollControl(int epoll, int operation, int descriptor, EpollEntry* entry);

    [LibraryImport(Library, EntryPoint = "epoll_wait", SetLastError = true)]
    public static partial int EpollWait(int epoll, EpollEntry* entries, int count, int timeoutMs);
}
