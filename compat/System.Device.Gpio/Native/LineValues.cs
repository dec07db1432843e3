using System.Runtime.InteropServices;

namespace System.Device.Gpio.Native;

/// <summary>struct gpio_v2_line_values: a bit for each line of the request, and which of them are meant.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LineValues
{
    public ulong Bits;
    public ulong Mask;
}
