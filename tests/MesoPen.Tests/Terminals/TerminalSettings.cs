using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MesoPen.Tests.Terminals;

/// <summary>
/// How a terminal's line is set, as the C library and the kernel report it: flags by tcgetattr(3), rates by TCGETS2, which knows any number.
/// </summary>
internal readonly partial record struct TerminalSettings(
    uint InputFlags, uint OutputFlags, uint ControlFlags, uint LocalFlags, uint InputRate, uint OutputRate)
{
    // asm-generic/termbits.h
    public const uint MarkErrors = 0x0008;              // PARMRK
    public const uint CheckParity = 0x0010;             // INPCK
    public const uint XOnOutput = 0x0400;               // IXON
    public const uint XOnInput = 0x1000;                // IXOFF
    public const uint TwoStopBits = 0x0040;             // CSTOPB
    public const uint OddParity = 0x0200;               // PARODD
    public const uint StickParity = 0x4000_0000;        // CMSPAR
    public const uint HardwareFlow = 0x8000_0000;       // CRTSCTS
    public const uint RateCode = 0x100F;                // CBAUD

    private const nuint GetTermios2 = 0x802C542A;       // TCGETS2

    /// <summary>Whether that flag of the line is set.</summary>
    public bool HasControl(uint flag) => (ControlFlags & flag) != 0;

    /// <summary>Whether that flag of the input is set.</summary>
    public bool HasInput(uint flag) => (InputFlags & flag) != 0;

    /// <summary>Reads them from a descriptor; a master tells its slave's.</summary>
    public static TerminalSettings Of(int descriptor)
    {
        if (GetAttributes(descriptor, out LibraryTermios flags) < 0 || Control(descriptor, GetTermios2, out KernelTermios2 rates) < 0)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }

        return new TerminalSettings(flags.Input, flags.Output, flags.Control, flags.Local, rates.InputRate, rates.OutputRate);
    }

    /// <summary>Makes a terminal pass every byte untouched.</summary>
    public static int MakeRaw(int descriptor)
    {
        if (GetAttributes(descriptor, out LibraryTermios flags) < 0)
        {
            return -1;
        }

        MakeRaw(ref flags);
        return SetAttributes(descriptor, 0, in flags);
    }

    /// <summary>The C library's <c>struct termios</c> (60 bytes, with 32 control characters).</summary>
    [StructLayout(LayoutKind.Sequential, Size = 60)]
    internal struct LibraryTermios
    {
        public uint Input;
        public uint Output;
        public uint Control;
        public uint Local;
    }

    /// <summary>The kernel's <c>struct termios2</c> (44 bytes, with 19 control characters).</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct KernelTermios2
    {
        public uint Input;
        public uint Output;
        public uint Control;
        public uint Local;
        public LineAndCharacters Characters;
        public uint InputRate;
        public uint OutputRate;

        [InlineArray(20)]
        internal struct LineAndCharacters
        {
            private byte _first;
        }
    }

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    private static partial int GetAttributes(int descriptor, out LibraryTermios termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    private static partial int SetAttributes(int descriptor, int when, in LibraryTermios termios);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    private static partial void MakeRaw(ref LibraryTermios termios);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(int descriptor, nuint request, out KernelTermios2 termios);
}
