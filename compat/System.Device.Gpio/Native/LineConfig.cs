using System.Runtime.InteropServices;

namespace System.Device.Gpio.Native;

/// <summary>struct gpio_v2_line_config: flags of all lines of a request, and what differs for some.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LineConfig
{
    public ulong Flags;
    public uint AttributeCount;
    public fixed uint Padding[5];
    public LineAttributes Attributes;
}
