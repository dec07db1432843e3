using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.IO.Ports.Native;

/// <summary>The kernel's <c>struct termios2</c> (asm-generic/termbits.h), 44 bytes: line flags with both speeds as numbers.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Termios2
{
    public uint InputFlags;
    public uint OutputFlags;
    public uint ControlFlags;
    public uint LocalFlags;
    public byte LineDiscipline;
    public ControlCharacters Characters;
    public uint InputSpeed;
    public uint OutputSpeed;

    /// <summary><c>c_cc</c>, NCCS = 19.</summary>
    [InlineArray(19)]
    internal struct ControlCharacters
    {
        private byte _first;
    }
}
