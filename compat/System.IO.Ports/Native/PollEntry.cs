using System.Runtime.InteropServices;

namespace System.IO.Ports.Native;

/// <summary>One <c>struct pollfd</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollEntry(int descriptor, short events)
{
    public const short In = 0x001;
    public const short Out = 0x004;
    public const short Error = 0x008;
    public const short HangUp = 0x010;
    public const short Invalid = 0x020;

    public int Descriptor = descriptor;
    public short Events = events;
    public short Returned;
}
