using System.Runtime.InteropServices;

namespace System.IO.Ports.Native;

/// <summary>
/// Room for one <c>struct epoll_event</c>. It is packed to 12 bytes on x86-64 and 16 bytes long elsewhere; the events come first in both,
/// and only they are used here, so 16 bytes serve both.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct EpollEntry(uint events)
{
    public const uint In = 0x001;
    public const uint Error = 0x008;
    public const uint HangUp = 0x010;
    public const uint EdgeTriggered = 1u << 31;

    public uint Events = events;
}
