using System.Runtime.InteropServices;

namespace System.Device.Gpio.Native;

/// <summary>struct gpio_v2_line_event: an edge, as it is read from a request's descriptor.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LineEvent
{
    public ulong TimestampNs;
    public uint Id;
    public uint Offset;
    public uint Sequence;
    public uint LineSequence;
    public fixed uint Padding[6];
}
