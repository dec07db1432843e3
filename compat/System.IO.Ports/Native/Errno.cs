namespace System.IO.Ports.Native;

/// <summary>The error numbers that are told apart here (asm-generic/errno-base.h and errno.h).</summary>
internal static class Errno
{
    public const int NotPermitted = 1;          // EPERM
    public const int NoEntry = 2;               // ENOENT
    public const int Interrupted = 4;           // EINTR
    public const int InputOutput = 5;           // EIO
    public const int NoSuchAddress = 6;         // ENXIO
    public const int WouldBlock = 11;           // EAGAIN
    public const int AccessDenied = 13;         // EACCES
    public const int Busy = 16;                 // EBUSY
    public const int NoDevice = 19;             // ENODEV
    public const int NotDirectory = 20;         // ENOTDIR
    public const int IsDirectory = 21;          // EISDIR
    public const int InvalidArgument = 22;      // EINVAL
    public const int NotTerminal = 25;          // ENOTTY
}
